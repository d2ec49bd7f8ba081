package vn.lienthong.hub.drift;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.lienthong.hub.connector.Asked;
import vn.lienthong.hub.connector.Sampling;
import vn.lienthong.hub.delivery.AttemptsMade;

/**
 * Takes a few of the attempts that are on record and of the questions, to be looked at when there is time; no call waits
 * for that.
 * What finds no room is not looked at: another one like it comes.
 */
@Component
class Listening {
    private static final int ROOM = 64;
    private static final int MOST_KINDS = 2000;

    private final DriftSettings settings;
    private final BlockingQueue<Heard> taken = new ArrayBlockingQueue<>(ROOM);
    private final Sampling<Sort> sorts = new Sampling<>(MOST_KINDS);

    Listening(DriftSettings settings) {
        this.settings = settings;
    }

    /** Calls whose answers can be expected to look alike. */
    private record Sort(
            String system,
            String operation,
            String outcome,
            @Nullable String code) {}

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void hear(AttemptsMade made) {
        if (settings.enabled()) {
            made.attempts().stream().map(Heard::of).filter(this::isDue).forEach(taken::offer);
        }
    }

    @EventListener
    void hear(Asked asked) {
        var heard = Heard.of(asked);
        if (settings.enabled() && isDue(heard)) {
            taken.offer(heard);
        }
    }

    private boolean isDue(Heard heard) {
        var outcome = heard.outcome();
        var sort = new Sort(heard.system(), heard.operation(), outcome.word(), outcome.code());
        return sorts.take(sort, heard.endedAt(), settings.every());
    }

    Optional<Heard> take() {
        return Optional.ofNullable(taken.poll());
    }
}
