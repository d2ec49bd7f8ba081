package vn.lienthong.hub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "ps",
        mixinStandardHelpOptions = true,
        description = "Show what the hub does now: nodes, queues of systems, runs of reconciliation and repair.",
        footer = {
            "",
            "Exit codes: 0 shown; 1 refused; 2 wrong usage; 3 nobody answers at the address.",
            "Trục đang làm gì: các máy, hàng chờ và tốc độ gửi từng hệ thống, các đợt đối soát và gửi lại đang chạy."
        })
final class PsCommand extends HubCommand {
    @Option(names = "--all", description = "Systems too where nothing happens and nothing waits.")
    private boolean all;

    @Override
    String localClient() {
        return OPS;
    }

    @Override
    int run(HubClient hub) {
        var activity = hub.get("/activity").body();
        if (json()) {
            print(activity);
        } else {
            new ActivityText(out(), language(), activity).print(ActivityText.Order.WAITING, all);
        }
        return ExitCode.OK;
    }
}
