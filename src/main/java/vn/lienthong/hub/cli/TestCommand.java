package vn.lienthong.hub.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
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

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Quiet.keep();
        var run = new TestRun(options.tree(), options::simulators);
        var results = run.of(options.chosen(run.packs()));
        new TestText(spec.commandLine().getOut(), options.folder).show(results);
        return results.stream().allMatch(TestResult::passed) ? ExitCode.OK : ExitCode.FAILED;
    }
}
