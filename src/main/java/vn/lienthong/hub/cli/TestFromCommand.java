package vn.lienthong.hub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.hub.live.Tree;
import vn.lienthong.hub.pack.RecordedFailure;

@Command(
        name = "from",
        mixinStandardHelpOptions = true,
        description = "Make a test of a pack from a recorded attempt, about people who do not exist.",
        footer = {"", "Tạo phép thử từ một lần gửi đã ghi lại; mọi thông tin cá nhân được thay bằng người giả định."})
final class TestFromCommand extends HubCommand {
    @Parameters(paramLabel = "DELIVERY", description = "Its number; 'hub trace' names them.")
    private long delivery;

    @Option(names = "--attempt", paramLabel = "N", description = "Else the last one whose exchange was kept.")
    @Nullable
    private Integer attempt;

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            description = "With integration/, routes/ and mappings/; else this folder.")
    private Path home = Path.of("");

    @Option(
            names = "--expect",
            paramLabel = "OUTCOME",
            description = "What ought to come of it: acknowledged (else), refused, unreachable, uncertain.")
    private Expected expected = Expected.ACKNOWLEDGED;

    /** The words of {@code tests.yaml}. */
    enum Expected {
        ACKNOWLEDGED,
        REFUSED,
        UNREACHABLE,
        UNCERTAIN
    }

    @Override
    String localClient() {
        return OPS;
    }

    @Override
    int run(HubClient hub) throws IOException {
        Quiet.keep();
        var path = "/deliveries/%d/exchanges/anonymised".formatted(delivery);
        var made =
                hub.get(attempt == null ? path : path + "?attempt=" + attempt).body();
        if (json()) {
            print(made);
            return ExitCode.OK;
        }
        var tree = Tree.in(home);
        var pack = tree.integration().resolve(made.path("system").asText());
        if (!Files.isDirectory(pack)) {
            throw wrongUsage(language()
                    .of("There is no folder %s.", "Không có thư mục %s.")
                    .formatted(pack));
        }
        new RecordedFailure(tree, made)
                .write(expected.name().toLowerCase(Locale.ROOT))
                .forEach(file -> out().println(file));
        return ExitCode.OK;
    }
}
