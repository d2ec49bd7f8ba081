package vn.lienthong.hub.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.lienthong.hub.pack.Acceptance;
import vn.lienthong.hub.pack.TestResult;
import vn.lienthong.hub.pack.TestRun;

@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description =
                "Try the golden examples and the cases of packs against their simulators. Needs no hub and no network.",
        subcommands = TestFromCommand.class,
        footer = {
            "",
            "Exit codes: 0 all passed; 1 some did not, or the files are not sound; 2 wrong usage.",
            "Chạy thử bộ kết nối: ví dụ mẫu qua ánh xạ, ca thử qua tuyến với bộ giả lập; không cần trục, không cần mạng.",
            "Tạo ca thử từ một lần gửi đã ghi lại: hub test from SỐ-LẦN-GỬI"
        })
final class TestCommand implements Callable<Integer> {
    @Mixin
    private final PackOptions options = new PackOptions();

    @Option(
            names = "--accept",
            description = "First take what mappings make now for what golden examples of the named systems want.")
    private boolean accept;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Quiet.keep();
        var run = new TestRun(options.tree(), options::simulators);
        var chosen = options.chosen(run.packs());
        if (accept) {
            accept(chosen);
        }
        var results = run.of(chosen);
        new TestText(spec.commandLine().getOut(), options.folder).show(results);
        return results.stream().allMatch(TestResult::passed) ? ExitCode.OK : ExitCode.FAILED;
    }

    /** Of all systems at once nobody has looked at the differences. */
    private void accept(List<String> chosen) throws IOException {
        if (!options.isNamed()) {
            throw new ParameterException(spec.commandLine(), "--accept wants the names of systems");
        }
        var acceptance = new Acceptance(options.tree());
        for (var system : chosen) {
            for (var file : acceptance.of(system)) {
                if (!options.folder.json) {
                    spec.commandLine()
                            .getOut()
                            .println(options.folder.language().of("accepted ", "đã nhận ") + file);
                }
            }
        }
    }
}
