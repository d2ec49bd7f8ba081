package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = "Compare what a system shows with what is true; with --apply, set it right.",
        footer = {
            "",
            "Đối soát: so dữ liệu hệ thống khác đang hiển thị với sổ cái. Không có --apply thì không sửa gì cả.",
            "Exit code 1 when something is left that needs a person."
        })
final class ReconcileCommand extends HubCommand {
    private static final Set<String> AT_REST = Set.of("COMPARED", "APPLIED", "FAILED");
    private static final Duration ONCE_A_MOMENT = Duration.ofMillis(300);

    @Option(names = "--system", required = true, description = "Id of the system, as 'systems' lists it.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String system;

    @Option(names = "--from", required = true, description = "First day of reception, such as 2025-07-01.")
    @SuppressWarnings("NullAway.Init")
    private LocalDate from;

    @Option(names = "--to", required = true, description = "Last day of reception.")
    @SuppressWarnings("NullAway.Init")
    private LocalDate to;

    @Option(names = "--apply", description = "Order every correction that needs no person, and read it back.")
    private boolean apply;

    @Override
    String localClient() {
        return OPS;
    }

    @Override
    int run(HubClient hub) {
        if (to.isBefore(from)) {
            throw wrongUsage("--to is before --from");
        }
        var found = finished(hub, hub.post("/reconciliations", order(), null).body());
        if (apply && found.path("state").asText().equals("COMPARED")) {
            found = finished(
                    hub,
                    hub.post(path(found) + "/apply", Json.MAPPER.createObjectNode(), null)
                            .body());
        }
        if (json()) {
            print(found);
        } else {
            new ReconciliationText(out()).show(found, hub);
        }
        return leftOver(found) ? ExitCode.FAILED : ExitCode.OK;
    }

    private JsonNode order() {
        return Json.MAPPER
                .createObjectNode()
                .put("system", system)
                .put("from", start(from))
                .put("until", start(to.plusDays(1)));
    }

    private static String start(LocalDate day) {
        return Times.text(day.atStartOfDay(Times.ZONE).toOffsetDateTime());
    }

    private static String path(JsonNode reconciliation) {
        return "/reconciliations/" + reconciliation.path("id").asText();
    }

    /** Shows how far it has come until it rests. */
    private JsonNode finished(HubClient hub, JsonNode reconciliation) {
        var now = reconciliation;
        String shown = null;
        while (!AT_REST.contains(now.path("state").asText())) {
            shown = progress(now, shown);
            Pause.of(ONCE_A_MOMENT);
            now = hub.get(path(reconciliation)).body();
        }
        return now;
    }

    private String progress(JsonNode now, @Nullable String before) {
        var line = "%s: %,d shown, %,d compared, %,d different%s"
                .formatted(
                        now.path("state").asText().toLowerCase(java.util.Locale.ROOT),
                        now.path("shown").asLong(),
                        now.path("compared").asLong(),
                        now.path("found").asLong(),
                        now.hasNonNull("fault") ? " (" + now.get("fault").asText() + ")" : "");
        if (!line.equals(before)) {
            err().println(line);
        }
        return line;
    }

    private static boolean leftOver(JsonNode reconciliation) {
        if (reconciliation.path("state").asText().equals("FAILED")) {
            return true;
        }
        for (var tally : reconciliation.path("discrepancies")) {
            if (tally.path("state").asText().equals("OPEN")) {
                return true;
            }
        }
        return false;
    }
}
