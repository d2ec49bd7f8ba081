package vn.lienthong.hub.reconciliation;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The one thread of this node that works on reconciliations, step by step while there are any. */
@Component
class Worker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final Work work;
    private final ReconciliationSettings settings;
    private final Semaphore nudges = new Semaphore(0);
    private volatile boolean running;
    private @org.jspecify.annotations.Nullable Thread thread;

    Worker(Work work, ReconciliationSettings settings) {
        this.work = work;
        this.settings = settings;
    }

    /** There is something to do. */
    void nudge() {
        nudges.release();
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            running = true; // before the thread looks
            thread = Thread.ofVirtual().name("reconciliation").start(this::run);
        }
    }

    private void run() {
        while (running) {
            try {
                if (!work.steps()) {
                    pause();
                }
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("the database cannot be asked: {}", e.getClass().getSimpleName());
                pause();
            } catch (RuntimeException e) {
                LOG.error("a reconciliation is left to the next try", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            if (nudges.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                nudges.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        var last = thread;
        running = false;
        thread = null;
        nudge();
        if (last != null) {
            try {
                last.join(settings.patience().toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the routes and the deliveries, and stopped before them. */
    @Override
    public int getPhase() {
        return 2;
    }
}
