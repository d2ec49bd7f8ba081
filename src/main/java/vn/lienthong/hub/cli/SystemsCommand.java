package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import picocli.CommandLine.Command;

@Command(
        name = "systems",
        mixinStandardHelpOptions = true,
        description = "Show every external system and what waits for it.",
        footer = {"", "Tình trạng từng hệ thống: đang chờ, chưa rõ, tạm dừng, bị từ chối, đã nhận."})
final class SystemsCommand extends HubCommand {
    @Override
    String localClient() {
        return OPS;
    }

    @Override
    int run(HubClient hub) {
        var systems = hub.get("/systems").body();
        if (json()) {
            print(systems);
        } else {
            show(systems);
        }
        return ExitCode.OK;
    }

    private void show(JsonNode systems) {
        var table = new Table(
                "SYSTEM",
                "BREAKER",
                "PENDING",
                "UNCERTAIN",
                "PARKED",
                "REFUSED",
                "DELIVERED",
                "WAITS SINCE",
                "TROUBLE");
        systems.path("items")
                .forEach(system -> table.row(
                        system.path("id").asText(),
                        system.path("breaker").asText().toLowerCase(Locale.ROOT),
                        system.path("pending").asLong(),
                        system.path("uncertain").asLong(),
                        system.path("parked").asLong(),
                        system.path("refused").asLong(),
                        system.path("delivered").asLong(),
                        system.hasNonNull("oldestPendingAt")
                                ? DossierText.time(system.get("oldestPendingAt").asText())
                                : "-",
                        system.path("lastTrouble").asText("")));
        table.print(out());
    }
}
