package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienthong.hub.json.Json;

@Command(
        name = "drift",
        mixinStandardHelpOptions = true,
        description = "List where systems answered otherwise than before; accept what has been seen to.",
        footer = {
            "",
            "Exit codes: 0 nothing is open, or accepted; 1 something is open, or refused; 2 wrong usage;",
            "3 nobody answers at the address.",
            "Bên kia trả lời khác trước: trường mới, mất, đổi kiểu; mã lạ; chứng thư, đồng hồ. --accept khi đã xử lý."
        })
final class DriftCommand extends HubCommand {
    @Option(names = "--system", paramLabel = "ID", description = "Of this system only.")
    private @Nullable String system;

    @Option(names = "--all", description = "Accepted ones too.")
    private boolean all;

    @Option(names = "--accept", paramLabel = "ID", description = "This one has been seen to.")
    private @Nullable UUID accepted;

    @Option(names = "--note", description = "What you did about it; needed with --accept.")
    private @Nullable String note;

    @Override
    String localClient() {
        return INTEGRATOR;
    }

    @Override
    int run(HubClient hub) {
        var id = accepted;
        return id == null ? listed(hub) : accepted(hub, id);
    }

    private int accepted(HubClient hub, UUID id) {
        if (note == null) {
            throw wrongUsage("--note is needed");
        }
        var body = Json.MAPPER.createObjectNode().put("note", note);
        var drift = hub.post("/drifts/" + id + "/accept", body, null).body();
        if (json()) {
            print(drift);
        } else {
            show(drift);
        }
        return ExitCode.OK;
    }

    private int listed(HubClient hub) {
        var found = hub.get("/drifts?all=" + all + (system == null ? "" : "&system=" + Wire.encoded(system)))
                .body();
        if (json()) {
            print(found);
        } else {
            found.path("items").forEach(this::show);
        }
        var isOpen = found.path("items").valueStream().anyMatch(drift -> !drift.hasNonNull("acceptedAt"));
        return isOpen ? ExitCode.FAILED : ExitCode.OK;
    }

    private void show(JsonNode drift) {
        out().println("%s  %s %s %s"
                .formatted(
                        drift.path("id").asText(),
                        drift.path("system").asText(),
                        drift.path("operation").asText(),
                        drift.path("place").asText())
                .stripTrailing());
        drift.path("moves").forEach(this::move);
        out().println("    noticed %s; %s"
                .formatted(DossierText.time(drift.path("noticedAt").asText()), sample(drift)));
        if (drift.hasNonNull("acceptedAt")) {
            out().println("    accepted %s by %s: %s"
                    .formatted(
                            DossierText.time(drift.path("acceptedAt").asText()),
                            drift.path("acceptedBy").asText(),
                            drift.path("note").asText()));
        }
    }

    private static String sample(JsonNode drift) {
        return drift.hasNonNull("delivery")
                ? "sample: hub exchanges %s, attempt %s"
                        .formatted(
                                drift.path("delivery").asText(),
                                drift.path("attempt").asText())
                : "of the answer to a question nothing is kept";
    }

    private void move(JsonNode move) {
        var was = move.path("before").asText("");
        var is = move.path("now").asText("");
        out().println("    %-11s %s  %s"
                .formatted(
                        move.path("what").asText().toLowerCase(Locale.ROOT),
                        move.path("where").asText(),
                        was.isEmpty() || is.isEmpty() ? was + is : was + " -> " + is)
                .stripTrailing());
    }
}
