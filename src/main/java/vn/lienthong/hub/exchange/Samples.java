package vn.lienthong.hub.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which acknowledged exchanges are kept: of each system one, then none for a while. */
final class Samples {
    private static final Duration DAY = Duration.ofDays(1);

    private final ExchangeSettings settings;
    private final Map<String, Instant> next = new ConcurrentHashMap<>();

    Samples(ExchangeSettings settings) {
        this.settings = settings;
    }

    boolean take(String system, Instant at) {
        var perDay = settings.samplesOf().getOrDefault(system, settings.samples());
        if (perDay <= 0) {
            return false;
        }
        var due = next.getOrDefault(system, Instant.MIN);
        if (at.isBefore(due)) {
            return false;
        }
        next.put(system, at.plus(DAY.dividedBy(perDay)));
        return true;
    }
}
