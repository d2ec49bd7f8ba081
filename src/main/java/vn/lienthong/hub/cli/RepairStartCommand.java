package vn.lienthong.hub.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.hub.json.Json;

@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Begin with a plan, the canary first, and follow it until it rests.",
        footer = {
            "",
            "Chạy kế hoạch: thử trước một ít, rồi chạy đều; tự tạm dừng khi lỗi nhiều. Trên 500 phải gõ lại số lượng.",
            "Exit code 1 when something failed or it rests before its end."
        })
final class RepairStartCommand extends HubCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "Id of the plan.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String id;

    @Option(names = "--confirm", description = "The number of deliveries; needed for more than 500.")
    private @Nullable Integer confirm;

    @Option(names = "--paused", description = "Begin at rest.")
    private boolean paused;

    @Option(names = "--canary", description = "So many first.")
    private @Nullable Integer canary;

    @Option(names = "--rate", description = "So many in a minute.")
    private @Nullable Integer rate;

    @Option(names = "--stop-at", description = "So many failures in a hundred outcomes pause it.")
    private @Nullable Integer stopAt;

    @Override
    String localClient() {
        return OPS;
    }

    @Override
    int run(HubClient hub) {
        var order = Json.MAPPER.createObjectNode().put("paused", paused);
        put(order, "confirm", confirm);
        var pace = order.putObject("pace");
        put(pace, "canary", canary);
        put(pace, "ratePerMinute", rate);
        put(pace, "stopAtPercent", stopAt);
        hub.post("/repairs/" + id + "/start", order, null);
        return RepairText.follow(hub, id, this);
    }

    private static void put(com.fasterxml.jackson.databind.node.ObjectNode into, String name, @Nullable Integer value) {
        if (value != null) {
            into.put(name, value);
        }
    }
}
