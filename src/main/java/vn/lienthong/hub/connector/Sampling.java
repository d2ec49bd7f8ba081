package vn.lienthong.hub.connector;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which questions are put on tape: of each sort one, then none for a while. */
final class Sampling {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Map<Sort, Instant> next = new ConcurrentHashMap<>();

    private record Sort(String system, String verb) {}

    boolean take(String system, String verb, Instant now) {
        var sort = new Sort(system, verb);
        var due = next.get(sort);
        if (due != null && now.isBefore(due)) {
            return false;
        }
        next.put(sort, now.plus(EVERY));
        return true;
    }
}
