package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

@Command(
        name = "outage",
        mixinStandardHelpOptions = true,
        description =
                "List the planned outages of systems; plan one with --from, --until and --text, or take one back.",
        footer = {
            "",
            "Tạm dừng theo kế hoạch: trong thời gian đó trục không gửi gì cho hệ thống, hết giờ tự gửi tiếp.",
            "Times are those of the offices, such as 2025-10-02T22:00."
        })
final class OutageCommand extends HubCommand {
    @Option(names = "--system", description = "Id of the system, as 'systems' lists it.")
    private @Nullable String system;

    @Option(names = "--from", description = "Begins then; when absent now.")
    private @Nullable LocalDateTime from;

    @Option(names = "--until", description = "Ends then.")
    private @Nullable LocalDateTime until;

    @Option(names = "--text", description = "What callers read.")
    private @Nullable String text;

    @Option(names = "--withdraw", paramLabel = "ID", description = "Take this one back.")
    private @Nullable UUID withdrawn;

    @Override
    String localClient() {
        return OPS;
    }

    @Override
    int run(HubClient hub) {
        if (withdrawn != null) {
            return shown(hub.delete("/outages/" + withdrawn).body());
        }
        return until == null ? listed(hub) : planned(hub, until);
    }

    private int planned(HubClient hub, LocalDateTime end) {
        if (system == null || text == null) {
            throw wrongUsage("an outage needs --system and --text");
        }
        var begin = from == null ? LocalDateTime.now(Times.ZONE).withNano(0) : from;
        var order = Json.MAPPER
                .createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("system", system)
                .put("from", time(begin))
                .put("until", time(end))
                .put("text", text);
        return shown(hub.post("/outages", order, null).body());
    }

    private static String time(LocalDateTime local) {
        return Times.text(local.atZone(Times.ZONE).toOffsetDateTime());
    }

    private int listed(HubClient hub) {
        var found = hub.get(system == null ? "/outages" : "/outages?system=" + system)
                .body();
        if (json()) {
            print(found);
        } else {
            var table = new Table("ID", "SYSTEM", "FROM", "UNTIL", "TEXT");
            found.path("items").forEach(outage -> row(table, outage));
            table.print(out());
        }
        return ExitCode.OK;
    }

    private int shown(JsonNode outage) {
        if (json()) {
            print(outage);
        } else {
            var table = new Table("ID", "SYSTEM", "FROM", "UNTIL", "TEXT");
            row(table, outage);
            table.print(out());
        }
        return ExitCode.OK;
    }

    private static void row(Table table, JsonNode outage) {
        table.row(
                outage.path("id").asText(),
                outage.path("system").asText(),
                DossierText.time(outage.path("from").asText()),
                DossierText.time(outage.path("until").asText()),
                outage.path("text").asText());
    }
}
