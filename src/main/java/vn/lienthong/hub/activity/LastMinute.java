package vn.lienthong.hub.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.delivery.AttemptsMade;

/** How many attempts this node has made in the last minute, by system. */
@Component
class LastMinute {
    private static final Duration SLOT = Duration.ofSeconds(5);
    private static final int SLOTS = 12;

    private final InstantSource clock;
    private final TreeMap<Long, Map<String, Long>> slots = new TreeMap<>();

    LastMinute(InstantSource clock) {
        this.clock = clock;
    }

    @EventListener
    synchronized void count(AttemptsMade made) {
        var slot = slots.computeIfAbsent(slot(), at -> new TreeMap<>());
        made.attempts().forEach(attempt -> slot.merge(attempt.system(), 1L, Long::sum));
        slots.headMap(slot() - SLOTS, true).clear();
    }

    synchronized Map<String, Long> bySystem() {
        var sums = new TreeMap<String, Long>();
        slots.tailMap(slot() - SLOTS, false)
                .values()
                .forEach(slot -> slot.forEach((system, calls) -> sums.merge(system, calls, Long::sum)));
        return sums;
    }

    private long slot() {
        Instant now = clock.instant();
        return now.toEpochMilli() / SLOT.toMillis();
    }
}
