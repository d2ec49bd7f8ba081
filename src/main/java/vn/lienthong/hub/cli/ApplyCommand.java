package vn.lienthong.hub.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = "Put the files of a folder live, on every node and without a restart, or refuse them as a whole.",
        footer = {
            "",
            "Đưa bộ tệp vào chạy, không khởi động lại; có một lỗi thì từ chối cả bộ và bản cũ chạy tiếp.",
            "The reason stays in the history; it names no citizen."
        })
final class ApplyCommand extends HubCommand {
    @Mixin
    private final FilesOptions files = new FilesOptions();

    @Option(names = "--why", required = true, paramLabel = "TEXT", description = "The reason, for the history.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String why;

    @Option(
            names = "--base",
            paramLabel = "N",
            description =
                    "The live edition that was planned against, as 'plan' shows it; else the one that is live now.")
    @Nullable
    private Long base;

    @Override
    String localClient() {
        return INTEGRATOR;
    }

    @Override
    int run(HubClient hub) {
        var planned = base == null ? EditionText.live(hub) : base;
        var query = "?base=%d&why=%s".formatted(planned, URLEncoder.encode(why, StandardCharsets.UTF_8));
        var edition = hub.upload("/editions" + query, files.zip()).body();
        if (json()) {
            print(edition);
        } else {
            new EditionText(out(), language()).live(edition, planned);
        }
        return ExitCode.OK;
    }
}
