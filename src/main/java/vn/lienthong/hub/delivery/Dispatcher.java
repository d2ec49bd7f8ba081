package vn.lienthong.hub.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Breakers;

/**
 * Delivers to one system: leases what is due, a little ahead of what can be called at once, and starts calls while there
 * are free slots. While the system's breaker is open it leases nothing, so that the backlog waits as a whole and burns
 * no attempts; then one delivery at a time tries whether the system is back. In a planned outage not even that.
 */
final class Dispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int LONGEST_PASS_MILLIS = 5;
    private static final long MILLI = 1_000_000;
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

    private final SystemCard card;
    private final DeliveryRows rows;
    private final DeliverySettings settings;
    private final Breakers breakers;
    private final Caller caller;
    private final InstantSource clock;
    private final Pace pace;
    private final Semaphore hands;
    private final BooleanSupplier plannedOutage;
    private final BooleanSupplier reportsAwaited;
    private final Semaphore nudges = new Semaphore(0);
    private final Queue<Ready> ready = new ArrayDeque<>();
    private final Thread loop;
    private volatile boolean closed;

    Dispatcher(
            SystemCard card,
            DeliveryRows rows,
            DeliverySettings settings,
            Breakers breakers,
            Caller caller,
            InstantSource clock,
            Pace pace,
            BooleanSupplier plannedOutage,
            BooleanSupplier reportsAwaited) {
        this.card = card;
        this.rows = rows;
        this.settings = settings;
        this.breakers = breakers;
        this.caller = caller;
        this.clock = clock;
        this.pace = pace;
        this.hands = new Semaphore(hands());
        this.plannedOutage = plannedOutage;
        this.reportsAwaited = reportsAwaited;
        this.loop = Thread.ofVirtual().name("dispatch-" + card.id()).start(this::run);
    }

    /** Deliveries leased and not begun, and until when they may begin. */
    private record Ready(List<Leased> together, Instant beginBefore) {}

    /** The next calls are made while those before them are being written down, and no more than that. */
    private int hands() {
        return 2 * card.limits().concurrency();
    }

    void nudge() {
        nudges.release();
    }

    private void run() {
        while (!closed) {
            try {
                dispatch();
                pause(settings.poll());
            } catch (DataAccessException | TransactionException e) {
                LOG.warn(
                        "{}: the database cannot be asked: {}",
                        card.id(),
                        e.getClass().getSimpleName());
                pause(AFTER_TROUBLE);
            } catch (RuntimeException e) {
                LOG.error("{}: dispatching failed", card.id(), e);
                pause(AFTER_TROUBLE);
            }
        }
        giveBack();
    }

    private void pause(Duration atMost) {
        try {
            if (nudges.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                nudges.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void dispatch() {
        if (plannedOutage.getAsBoolean()) {
            giveBack();
            return;
        }
        if (!breakers.isClosed(card)) {
            giveBack();
            tryOne();
            return;
        }
        refill();
        if (ready.size() > card.limits().concurrency()) {
            letReportsPass();
        }
        while (!ready.isEmpty() && begin()) {
            var next = ready.remove();
            if (clock.instant().isAfter(next.beginBefore)) {
                rows.release(next.together, clock.instant());
                takeBack();
            } else if (breakers.tryCall(card)) {
                start(next.together, false);
            } else {
                // opened meanwhile: nothing more is leased, and the next round gives back what is
                ready.add(next);
                takeBack();
                return;
            }
            refill();
        }
    }

    /**
     * Callers wait for their reports, and nobody for one of many deliveries: those let reports pass, for some milliseconds and
     * no more, so that a backlog shrinks however much is reported.
     */
    private void letReportsPass() {
        for (var i = 0; i < LONGEST_PASS_MILLIS && reportsAwaited.getAsBoolean(); i++) {
            LockSupport.parkNanos(MILLI);
        }
    }

    private boolean begin() {
        if (!hands.tryAcquire()) {
            return false;
        }
        var begun = pace.tryBegin();
        if (!begun) {
            hands.release();
        }
        return begun;
    }

    private void takeBack() {
        pace.end();
        hands.release();
    }

    /** Few and large leases: each costs a commit. */
    private void refill() {
        if (ready.size() <= settings.batch() / 4) {
            lease(settings.batch() - ready.size());
        }
    }

    private void lease(int most) {
        var now = clock.instant();
        var leased = rows.lease(card.id(), now, most, now.plus(leaseTime()));
        var beginBefore = now.plus(leaseTime()).minus(card.limits().timeout().multipliedBy(2));
        Calls.of(leased, card).forEach(together -> ready.add(new Ready(together, beginBefore)));
    }

    /** Waiting for its turn (the margin), for the rate, and the call. */
    private Duration leaseTime() {
        return card.limits().timeout().multipliedBy(2).plus(settings.leaseMargin());
    }

    private void tryOne() {
        if (breakers.tryCall(card)) {
            try {
                lease(1);
            } finally {
                if (ready.isEmpty()) {
                    breakers.release(card);
                }
            }
            if (!ready.isEmpty()) {
                hands.acquireUninterruptibly();
                pace.begin();
                start(ready.remove().together, true);
            }
        }
    }

    private void start(List<Leased> together, boolean whileDown) {
        Thread.ofVirtual().name("deliver-" + card.id()).start(() -> {
            try {
                caller.settle(together, called(together, whileDown));
            } catch (RuntimeException e) {
                LOG.error("{}: a delivery is left to its lease", card.id(), e);
            } finally {
                hands.release();
                nudge();
            }
        });
    }

    /** The system is free for the next call before the outcome of this one is durable. */
    private Attempt called(List<Leased> together, boolean whileDown) {
        try {
            return caller.call(together, whileDown);
        } finally {
            pace.end();
            nudge();
        }
    }

    private void giveBack() {
        var all = ready.stream().flatMap(r -> r.together.stream()).toList();
        ready.clear();
        if (!all.isEmpty()) {
            rows.release(all, clock.instant());
        }
    }

    SystemCard card() {
        return card;
    }

    /** Begins nothing more; what was leased and not begun is given back. */
    void rest() {
        closed = true;
        nudge();
    }

    /** Calls in flight may finish and be written down. */
    @Override
    public void close() {
        rest();
        try {
            var patience = card.limits().timeout().toMillis();
            loop.join(patience);
            if (!pace.isIdleWithin(patience) || !hands.tryAcquire(hands(), patience, TimeUnit.MILLISECONDS)) {
                LOG.warn("{}: calls still run; their leases will tell", card.id());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
