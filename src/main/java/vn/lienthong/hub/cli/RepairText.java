package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Set;

/** Plans for people: what they will do, and how far they have come. */
final class RepairText {
    private static final Set<String> AT_REST = Set.of("PLANNED", "PAUSED", "CANCELLED", "DONE");
    private static final Duration ONCE_A_MOMENT = Duration.ofMillis(300);

    private final PrintWriter out;

    RepairText(PrintWriter out) {
        this.out = out;
    }

    /** Shows how far it has come until it rests. */
    static int follow(HubClient hub, String id, HubCommand command) {
        var now = hub.get("/repairs/" + id).body();
        var shown = "";
        while (!AT_REST.contains(now.path("state").asText())) {
            var line = progress(now);
            if (!line.equals(shown)) {
                command.err().println(line);
                shown = line;
            }
            Pause.of(ONCE_A_MOMENT);
            now = hub.get("/repairs/" + id).body();
        }
        if (command.json()) {
            command.print(now);
        } else {
            command.out().println(progress(now));
        }
        var well =
                now.path("state").asText().equals("DONE") && now.path("failed").asInt() == 0;
        return well ? ExitCode.OK : ExitCode.FAILED;
    }

    private static String progress(JsonNode repair) {
        return "%s%s: %,d of %,d done, %,d failed, %,d passed, %,d on their way"
                .formatted(
                        repair.path("state").asText().toLowerCase(java.util.Locale.ROOT),
                        repair.hasNonNull("pausedWhy")
                                ? " (" + repair.get("pausedWhy").asText() + ")"
                                : "",
                        repair.path("done").asInt(),
                        repair.path("items").asInt(),
                        repair.path("failed").asInt(),
                        repair.path("passed").asInt(),
                        repair.path("due").asInt());
    }

    void list(JsonNode repairs) {
        var table = new Table("ID", "ACT", "STATE", "ITEMS", "DONE", "FAILED", "BY", "PLANNED");
        repairs.forEach(repair -> table.row(
                repair.path("id").asText(),
                repair.path("act").asText().toLowerCase(java.util.Locale.ROOT),
                repair.path("state").asText(),
                repair.path("items").asInt(),
                repair.path("done").asInt(),
                repair.path("failed").asInt(),
                repair.path("plannedBy").asText(),
                DossierText.time(repair.path("plannedAt").asText())));
        table.print(out);
    }

    void show(JsonNode repair) {
        out.printf(
                "%s  %s  %s%n",
                repair.path("id").asText(),
                repair.path("act").asText().toLowerCase(java.util.Locale.ROOT),
                progress(repair));
        var forecast = repair.path("forecast");
        out.printf(
                "to send %,d, to ask first %,d, may double %,d; there since %,d%n",
                forecast.path("toSend").asLong(),
                forecast.path("toAsk").asLong(),
                forecast.path("mayDouble").asLong(),
                repair.path("alreadyThere").asLong());
        out.printf(
                "dossiers %,d: overdue %,d, late on the way %,d, saved %,d%n",
                forecast.path("dossiers").asLong(),
                forecast.path("overdue").asLong(),
                forecast.path("late").asLong(),
                forecast.path("saved").asLong());
        var table = new Table("SYSTEM", "CAUSE", "CODE", "MESSAGE", "COUNT");
        forecast.path("groups")
                .forEach(group -> table.row(
                        group.path("system").asText(),
                        group.path("cause").asText(),
                        group.path("code").asText(),
                        group.path("message").asText(),
                        group.path("count").asLong()));
        out.println();
        table.print(out);
    }
}
