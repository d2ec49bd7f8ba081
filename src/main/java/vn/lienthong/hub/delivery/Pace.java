package vn.lienthong.hub.delivery;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import vn.lienthong.hub.catalog.SystemCard;

/**
 * How many calls of one system this node has in flight, and how fast it begins them. It outlives the dispatcher: calls
 * that began under a former card still count.
 */
final class Pace {
    private final Slots slots;
    private final RateLimiter rate;
    private int most;

    Pace(SystemCard card) {
        this.most = card.limits().concurrency();
        this.slots = new Slots(most);
        this.rate = RateLimiter.of(
                card.id(),
                RateLimiterConfig.custom()
                        .limitForPeriod(card.limits().ratePerSecond())
                        .limitRefreshPeriod(Duration.ofSeconds(1))
                        .timeoutDuration(card.limits().timeout())
                        .build());
    }

    private static final class Slots extends Semaphore {
        Slots(int permits) {
            super(permits);
        }

        void resize(int by) {
            if (by > 0) {
                release(by);
            } else {
                reducePermits(-by);
            }
        }
    }

    /** Keeps to the limits of another card from now on. */
    synchronized void keepTo(SystemCard.Limits limits) {
        slots.resize(limits.concurrency() - most);
        most = limits.concurrency();
        rate.changeLimitForPeriod(limits.ratePerSecond());
        rate.changeTimeoutDuration(limits.timeout());
    }

    boolean tryBegin() {
        return slots.tryAcquire();
    }

    void begin() {
        slots.acquireUninterruptibly();
    }

    void awaitRate() {
        rate.acquirePermission();
    }

    void end() {
        slots.release();
    }

    /** Whether every call ends within that time. */
    synchronized boolean isIdleWithin(long millis) throws InterruptedException {
        if (!slots.tryAcquire(most, millis, TimeUnit.MILLISECONDS)) {
            return false;
        }
        slots.release(most);
        return true;
    }
}
