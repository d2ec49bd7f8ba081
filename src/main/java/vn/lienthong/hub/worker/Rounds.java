package vn.lienthong.hub.worker;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One thread of this node that does round after round of some work, and rests when a round found nothing to do. A round
 * that fails is left to the next one. Starts after the routes and the deliveries, and stops before them.
 */
public class Rounds implements SmartLifecycle {
    private static final int PHASE = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final BooleanSupplier round;
    private final boolean enabled;
    private final Duration rest;
    private final Duration patience;
    private final Semaphore nudges = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    /**
     * @param round does what can be done now; false when there was nothing
     * @param enabled whether this node takes part in the work at all
     * @param rest how long to wait after that, unless {@link #nudge nudged}
     * @param patience how long a stop waits for the round in hand
     */
    protected Rounds(String name, BooleanSupplier round, boolean enabled, Duration rest, Duration patience) {
        this.name = name;
        this.round = round;
        this.enabled = enabled;
        this.rest = rest;
        this.patience = patience;
    }

    @Override
    public final void start() {
        if (enabled) {
            running = true; // before the thread looks
            thread = Thread.ofVirtual().name(name).start(this::run);
        }
    }

    /** There is something to do. */
    public final void nudge() {
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

    @Override
    public final void stop() {
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

    @Override
    public final boolean isRunning() {
        return running;
    }

    @Override
    public final int getPhase() {
        return PHASE;
    }
}
