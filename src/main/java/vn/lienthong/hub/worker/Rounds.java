package vn.lienthong.hub.worker;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One thread that does round after round of some work, and rests when a round found nothing to do. A round that fails is
 * left to the next one.
 */
public final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final BooleanSupplier round;
    private final Duration rest;
    private final Semaphore nudges = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    /**
     * @param round does what can be done now; false when there was nothing
     * @param rest how long to wait after that, unless {@link #nudge nudged}
     */
    public Rounds(String name, BooleanSupplier round, Duration rest) {
        this.name = name;
        this.round = round;
        this.rest = rest;
    }

    public void start() {
        running = true; // before the thread looks
        thread = Thread.ofVirtual().name(name).start(this::run);
    }

    /** There is something to do. */
    public void nudge() {
        nudges.release();
    }

    private void run() {
        while (running) {
            if (!done()) {
                pause();
            }
        }
    }

    private boolean done() {
        try {
            return round.getAsBoolean();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("{}: the database cannot be asked: {}", name, e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            LOG.error("{}: left to the next round", name, e);
        }
        return false;
    }

    private void pause() {
        try {
            if (nudges.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                nudges.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    /** Lets the round in hand come to its end, for so long at most. */
    public void stop(Duration patience) {
        var last = thread;
        running = false;
        thread = null;
        nudge();
        if (last != null) {
            try {
                last.join(patience);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public boolean isRunning() {
        return running;
    }
}
