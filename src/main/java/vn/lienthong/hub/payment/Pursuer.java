package vn.lienthong.hub.payment;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Takes the orders of this node's turn in hand, some at a time, so that a slow system does not hold up the others. */
@Component
class Pursuer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Pursuer.class);
    private static final int HANDS = 16;

    private final Pursuing pursuing;
    private final PaymentSettings settings;
    private final Semaphore hands = new Semaphore(HANDS);
    private final Semaphore end = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    Pursuer(Pursuing pursuing, PaymentSettings settings) {
        this.pursuing = pursuing;
        this.settings = settings;
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            running = true; // before the thread looks
            thread = Thread.ofVirtual().name("payment").start(this::run);
        }
    }

    private void run() {
        while (running) {
            try {
                hands.acquire();
                if (!takeOne()) {
                    hands.release();
                    pause();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean takeOne() {
        try {
            var claimed = pursuing.claim();
            claimed.ifPresent(order -> Thread.ofVirtual().name("payment-order").start(() -> look(order)));
            return claimed.isPresent();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the database cannot be asked: {}", e.getClass().getSimpleName());
            return false;
        }
    }

    /** Whatever goes wrong, the order is looked at again when it has been in hand too long. */
    private void look(PaymentOrder order) {
        try {
            pursuing.look(order);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the database cannot be asked: {}", e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            LOG.error("an order is left to the next look", e);
        } finally {
            hands.release();
        }
    }

    private void pause() throws InterruptedException {
        end.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        var last = thread;
        running = false;
        thread = null;
        if (last != null) {
            try {
                end.release();
                last.join(settings.patience().toMillis());
                if (hands.tryAcquire(HANDS, settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                    hands.release(HANDS);
                }
                end.drainPermits();
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
