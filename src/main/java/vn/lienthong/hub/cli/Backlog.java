package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;

/** What the hub still has to deliver. */
final class Backlog {
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final HubClient ops;
    private final Duration patience;
    private final Progress progress;

    Backlog(HubClient ops, Duration patience, Progress progress) {
        this.ops = ops;
        this.patience = patience;
        this.progress = progress;
    }

    /** Waits until nothing is pending, or nothing has moved for too long: some systems may be down. */
    void awaitEmpty() {
        long moved = System.nanoTime();
        var before = ops.get("/systems").body();
        while (waiting(before) > 0 && System.nanoTime() - moved < patience.toNanos()) {
            progress.tell(line(before));
            Pause.of(BETWEEN);
            var now = ops.get("/systems").body();
            moved = waiting(now) == waiting(before) ? moved : System.nanoTime();
            before = now;
        }
        progress.end(line(before));
    }

    private static long waiting(JsonNode systems) {
        long sum = 0;
        for (var system : systems.path("items")) {
            sum += waitingFor(system);
        }
        return sum;
    }

    private static long waitingFor(JsonNode system) {
        return system.path("pending").asLong() + system.path("uncertain").asLong();
    }

    private static String line(JsonNode systems) {
        var parts = new ArrayList<String>();
        for (var system : systems.path("items")) {
            if (waitingFor(system) > 0) {
                parts.add("%s %,d".formatted(system.path("id").asText(), waitingFor(system)));
            }
        }
        return "Delivering: " + (parts.isEmpty() ? "nothing waits" : String.join(", ", parts) + " to go");
    }
}
