package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienthong.hub.json.Json;

@Command(
        name = "systems",
        mixinStandardHelpOptions = true,
        description = "Show every external system and what waits for it.",
        footer = {
            "",
            "Tình trạng từng hệ thống: đang chờ, chưa rõ, tạm dừng, bị từ chối, đã nhận.",
            "Với --test: thử kết nối từng hệ thống, cho biết gọi được hay không và vì sao."
        })
final class SystemsCommand extends HubCommand {
    @Option(names = "--test", description = "Test the connection to each system, by a call that changes nothing there.")
    boolean test;

    @Override
    String localClient() {
        return OPS;
    }

    @Override
    int run(HubClient hub) {
        var systems = hub.get("/systems").body();
        if (test) {
            return test(hub, systems);
        }
        if (json()) {
            print(systems);
        } else {
            show(systems);
        }
        return ExitCode.OK;
    }

    private int test(HubClient hub, JsonNode systems) {
        var tested = Json.MAPPER.createObjectNode();
        var items = tested.putArray("items");
        systems.path("items")
                .forEach(system ->
                        items.add(hub.order("/systems/" + system.path("id").asText() + "/test")
                                .body()));
        if (json()) {
            print(tested);
        } else {
            showConnections(items);
        }
        return items.valueStream().allMatch(item -> item.path("reached").asBoolean()) ? ExitCode.OK : ExitCode.FAILED;
    }

    private void showConnections(JsonNode items) {
        var table = new Table("SYSTEM", "REACHED", "MS", "CAUSE");
        items.forEach(item -> table.row(
                item.path("system").asText(),
                item.path("reached").asBoolean() ? "yes" : "no",
                item.path("millis").asLong(),
                item.path("cause").asText("")));
        table.print(out());
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
