package vn.lienthong.hub.drift;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.lienthong.hub.delivery.AttemptsMade;
import vn.lienthong.hub.delivery.AttemptsMade.Made;

/**
 * Takes a few of the attempts that are on record, to be looked at when there is time; delivering never waits for that.
 * What finds no room is not looked at: another one like it comes.
 */
@Component
class Listening {
    private static final int ROOM = 64;
    private static final int MOST_KINDS = 2000;

    private final DriftSettings settings;
    private final BlockingQueue<Made> taken = new ArrayBlockingQueue<>(ROOM);
    private final Map<Sort, Instant> next = new ConcurrentHashMap<>();

    Listening(DriftSettings settings) {
        this.settings = settings;
    }

    /** Attempts that can be expected to look alike. */
    private record Sort(
            String system,
            String operation,
            String kind,
            String outcome,
            @Nullable String code) {}

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void hear(AttemptsMade made) {
        if (settings.enabled()) {
            made.attempts().stream().filter(this::isDue).forEach(taken::offer);
        }
    }

    private boolean isDue(Made made) {
        var outcome = made.outcome();
        var sort = new Sort(made.system(), made.operation(), made.kind(), outcome.word(), outcome.code());
        var due = next.get(sort);
        if (due != null && made.endedAt().isBefore(due) || due == null && next.size() >= MOST_KINDS) {
            return false;
        }
        next.put(sort, made.endedAt().plus(settings.every()));
        return true;
    }

    Optional<Made> take() {
        return Optional.ofNullable(taken.poll());
    }
}
