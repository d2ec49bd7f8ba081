package vn.lienthong.hub.connector;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** How often each route was called on this node since it started, whichever edition it was of. */
public final class RouteCounts {
    private final InstantSource clock;
    private final Map<String, Tally> tallies = new ConcurrentHashMap<>();

    RouteCounts(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * One route.
     *
     * @param calls made and ended
     * @param broken of these, without an answer
     * @param running now
     * @param lastAt when the last call began; null: there was none
     */
    public record Count(
            String route,
            long calls,
            long broken,
            long running,
            @Nullable Instant lastAt) {}

    Call begin(String route) {
        return new Call(tallies.computeIfAbsent(route, id -> new Tally()), clock.instant());
    }

    List<Count> of(List<String> routes) {
        return routes.stream()
                .map(route -> tallies.getOrDefault(route, new Tally()).count(route))
                .toList();
    }

    private static final class Tally {
        private final LongAdder begun = new LongAdder();
        private final LongAdder ended = new LongAdder();
        private final LongAdder answered = new LongAdder();
        private volatile @Nullable Instant lastAt;

        Count count(String route) {
            var over = ended.sum();
            return new Count(route, over, Math.max(0, over - answered.sum()), Math.max(0, begun.sum() - over), lastAt);
        }
    }

    /** One call; ended whatever comes of it. */
    static final class Call {
        private final Tally tally;

        private Call(Tally tally, Instant now) {
            this.tally = tally;
            tally.begun.increment();
            tally.lastAt = now;
        }

        void answered() {
            tally.answered.increment();
        }

        void end() {
            tally.ended.increment();
        }
    }
}
