package vn.lienthong.hub.cli;

import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "order",
        mixinStandardHelpOptions = true,
        description = "Pause, resume or cancel a plan that has begun.",
        footer = {"", "Tạm dừng, chạy tiếp hoặc hủy một kế hoạch."})
final class RepairOrderCommand extends HubCommand {
    private enum Order {
        PAUSE,
        RESUME,
        CANCEL
    }

    @Parameters(index = "0", paramLabel = "ORDER", description = "pause, resume or cancel.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Order order;

    @Parameters(index = "1", paramLabel = "ID", description = "Id of the plan.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Override
    String localClient() {
        return OPS;
    }

    @Override
    int run(HubClient hub) {
        var now = hub.order("/repairs/" + id + "/" + order.name().toLowerCase(Locale.ROOT))
                .body();
        if (json()) {
            print(now);
        } else {
            new RepairText(out()).show(now);
        }
        return ExitCode.OK;
    }
}
