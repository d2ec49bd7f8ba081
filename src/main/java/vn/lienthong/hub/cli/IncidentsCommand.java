package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienthong.hub.json.Json;

@Command(
        name = "incidents",
        mixinStandardHelpOptions = true,
        description =
                "List what goes wrong; take an incident, say that it waits for others, close it, or test an alert.",
        footer = {
            "",
            "Sự cố: --take nhận việc, --waiting chờ bên kia, --close đã xong; --test thử gửi cảnh báo cho một nhóm."
        })
final class IncidentsCommand extends HubCommand {
    @Option(names = "--all", description = "Closed ones too.")
    private boolean all;

    @Option(names = "--take", paramLabel = "ID", description = "You see to this one.")
    private @Nullable UUID taken;

    @Option(names = "--waiting", paramLabel = "ID", description = "This one waits for others.")
    private @Nullable UUID waiting;

    @Option(names = "--close", paramLabel = "ID", description = "This one is over; what is still wrong opens again.")
    private @Nullable UUID closed;

    @Option(names = "--note", description = "What you found; needed with these.")
    private @Nullable String note;

    @Option(names = "--test", paramLabel = "GROUP", description = "Send a test alert to this group.")
    private @Nullable String group;

    @Override
    String localClient() {
        return OPS;
    }

    @Override
    int run(HubClient hub) {
        if (group != null) {
            hub.post("/alerts/test", Json.MAPPER.createObjectNode().put("group", group), null);
            return ExitCode.OK;
        }
        if (taken != null) {
            return decided(hub, taken, "TAKEN");
        }
        if (waiting != null) {
            return decided(hub, waiting, "WAITING");
        }
        return closed == null ? listed(hub) : decided(hub, closed, "CLOSED");
    }

    private int decided(HubClient hub, UUID id, String state) {
        if (note == null) {
            throw wrongUsage("--note is needed");
        }
        var body = Json.MAPPER.createObjectNode().put("state", state).put("note", note);
        var incident = hub.post("/incidents/" + id + "/state", body, null).body();
        if (json()) {
            print(incident);
        } else {
            var table = table();
            row(table, incident);
            table.print(out());
        }
        return ExitCode.OK;
    }

    private int listed(HubClient hub) {
        var found = hub.get("/incidents?all=" + all).body();
        if (json()) {
            print(found);
        } else {
            var table = table();
            found.path("items").forEach(incident -> row(table, incident));
            table.print(out());
        }
        return ExitCode.OK;
    }

    private static Table table() {
        return new Table("ID", "KIND", "SYSTEM", "CAUSE", "STATE", "SINCE", "FAILURES", "DOSSIERS", "OWNER");
    }

    private static void row(Table table, JsonNode incident) {
        table.row(
                incident.path("id").asText(),
                incident.path("kind").asText(),
                incident.path("system").asText("-"),
                incident.path("cause").asText("-"),
                incident.path("state").asText(),
                DossierText.time(incident.path("openedAt").asText()),
                incident.path("failures").asLong(),
                incident.path("dossiers").asLong(),
                incident.path("owner").asText("-"));
    }
}
