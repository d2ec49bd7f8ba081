package vn.lienthong.hub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description =
                "Show what applying the files of a folder would change and what that means, and what is wrong with them.",
        footer = {
            "",
            "Kế hoạch: so tệp trong thư mục với bản đang chạy, kiểm tra, không thay đổi gì.",
            "Exit codes: 0 nothing would change, 4 something would, 1 it would be refused."
        })
final class PlanCommand extends HubCommand {
    @Mixin
    private final FilesOptions files = new FilesOptions();

    @Option(names = "--brief", description = "Leave out what differs inside of files.")
    private boolean brief;

    @Override
    String localClient() {
        return INTEGRATOR;
    }

    @Override
    int run(HubClient hub) {
        var plan = hub.upload("/editions/plan", files.zip()).body();
        if (json()) {
            print(plan);
        } else {
            new EditionText(out(), language(), brief).plan(plan);
        }
        if (!plan.path("mistakes").isEmpty()) {
            return ExitCode.FAILED;
        }
        return plan.path("files").isEmpty() ? ExitCode.OK : ExitCode.CHANGES;
    }
}
