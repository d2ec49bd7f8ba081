package vn.lienthong.hub.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Freeze a list of deliveries for one act and show what it will do. Nothing is done yet.",
        footer = {"", "Lập kế hoạch: chốt danh sách, xem trước sẽ gửi bao nhiêu, hỏi bao nhiêu. Chưa làm gì cả."})
final class RepairPlanCommand extends HubCommand {
    @Parameters(index = "0", paramLabel = "ACT", description = "retry, probe, skip, hold or release.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private RepairOneCommand.Act act;

    @Option(names = "--reason", required = true, description = "Why; it goes into the audit.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(names = "--id", description = "An id of your own for the plan; the same again makes no second one.")
    private @Nullable UUID id;

    @Option(names = "--system", description = "Only of this system.")
    private @Nullable String system;

    @Option(
            names = "--state",
            description = "PENDING, UNCERTAIN, REFUSED, PARKED; may be repeated. Usually the last three.")
    private List<String> states = new ArrayList<>();

    @Option(names = "--cause", description = "Id of a cause, as plans show them.")
    private @Nullable String cause;

    @Option(names = "--code", description = "Code of the last answer.")
    private @Nullable String code;

    @Option(names = "--from", description = "First day, such as 2025-07-01.")
    private @Nullable LocalDate from;

    @Option(names = "--to", description = "Last day.")
    private @Nullable LocalDate to;

    @Option(names = "--procedure", description = "Code of a procedure.")
    private @Nullable String procedure;

    @Option(names = "--unit", description = "A province or commune, such as 31 or 31/11086.")
    private @Nullable String unit;

    @Override
    String localClient() {
        return OPS;
    }

    @Override
    int run(HubClient hub) {
        var order = Json.MAPPER
                .createObjectNode()
                .put("id", (id == null ? UUID.randomUUID() : id).toString())
                .put("act", act.word())
                .put("reason", reason);
        var selection = order.putObject("selection");
        put(selection, "system", system);
        put(selection, "cause", cause);
        put(selection, "code", code);
        put(selection, "procedure", procedure);
        put(selection, "from", from == null ? null : start(from));
        put(selection, "until", to == null ? null : start(to.plusDays(1)));
        if (!states.isEmpty()) {
            var wanted = selection.putArray("states");
            states.forEach(state -> wanted.add(state.toUpperCase(Locale.ROOT)));
        }
        if (unit != null) {
            var parts = unit.split("/", 2);
            var place = selection.putObject("unit").put("province", parts[0]);
            put(place, "commune", parts.length == 2 ? parts[1] : null);
        }
        var planned = hub.post("/repairs", order, null).body();
        if (json()) {
            print(planned);
        } else {
            new RepairText(out()).show(planned);
        }
        return ExitCode.OK;
    }

    private static void put(com.fasterxml.jackson.databind.node.ObjectNode into, String name, @Nullable String value) {
        if (value != null) {
            into.put(name, value);
        }
    }

    private static String start(LocalDate day) {
        return Times.text(Times.startOf(day));
    }
}
