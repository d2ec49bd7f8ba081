package vn.lienthong.hub.connector;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Outcome.Uncertain;
import vn.lienthong.hub.connector.Outcome.Unreachable;
import vn.lienthong.hub.live.Changed;

/**
 * Whether a system, and the platform on the way to it, can be called now. A fault of the platform opens the platform's
 * breaker and leaves the system's alone; both must be closed for a call to be made.
 */
@Component
public final class Breakers {
    private static final String PLATFORM = "platform:";

    private final CircuitBreakerRegistry registry = CircuitBreakerRegistry.ofDefaults();
    private final Clock clock;

    Breakers(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
    }

    /** Permission for one call; who gets it must make it by {@link #call}, or {@link #release} it. */
    public boolean tryCall(SystemCard card) {
        var platform = platform(card);
        if (platform != null && !platform.tryAcquirePermission()) {
            return false;
        }
        if (!of(card).tryAcquirePermission()) {
            if (platform != null) {
                platform.releasePermission();
            }
            return false;
        }
        return true;
    }

    /** Gives back a permission that was not used. */
    public void release(SystemCard card) {
        of(card).releasePermission();
        var platform = platform(card);
        if (platform != null) {
            platform.releasePermission();
        }
    }

    /**
     * Makes the call for which permission was given and takes down what came of it. A permission that is neither used nor
     * given back would keep a breaker half open for ever, so one whose call throws is given back.
     */
    public Outcome call(SystemCard card, Supplier<Outcome> call) {
        var begin = System.nanoTime();
        try {
            var outcome = call.get();
            record(card, outcome, System.nanoTime() - begin);
            return outcome;
        } catch (RuntimeException e) {
            release(card);
            throw e;
        }
    }

    void record(SystemCard card, Outcome outcome, long nanos) {
        var platform = platform(card);
        if (outcome.platform() && platform != null) {
            platform.onError(nanos, TimeUnit.NANOSECONDS, FAILED);
            of(card).releasePermission();
            return;
        }
        if (platform != null) {
            platform.onSuccess(nanos, TimeUnit.NANOSECONDS);
        }
        if (outcome instanceof Unreachable || outcome instanceof Uncertain) {
            of(card).onError(nanos, TimeUnit.NANOSECONDS, FAILED);
        } else {
            of(card).onSuccess(nanos, TimeUnit.NANOSECONDS);
        }
    }

    public boolean isClosed(SystemCard card) {
        var platform = platform(card);
        return of(card).getState() == CircuitBreaker.State.CLOSED
                && (platform == null || platform.getState() == CircuitBreaker.State.CLOSED);
    }

    /** {@code closed}, {@code open} or {@code half-open}; the worse of system and platform. */
    public String state(SystemCard card) {
        var platform = platform(card);
        var worse = platform != null && platform.getState() != CircuitBreaker.State.CLOSED ? platform : of(card);
        return worse.getState().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** A breaker whose card sets it otherwise begins anew; the others keep what they know. */
    @EventListener
    void follow(Changed changed) {
        var before = changed.before().part(Cards.class);
        for (var card : changed.after().part(Cards.class).all()) {
            if (before.find(card.id())
                    .filter(old -> !old.breaker().equals(card.breaker()))
                    .isPresent()) {
                registry.remove(card.id());
                registry.remove(PLATFORM + card.platform());
            }
        }
    }

    private CircuitBreaker of(SystemCard card) {
        return registry.circuitBreaker(card.id(), () -> config(card.breaker()));
    }

    private @Nullable CircuitBreaker platform(SystemCard card) {
        return card.platform() == null
                ? null
                : registry.circuitBreaker(PLATFORM + card.platform(), () -> config(card.breaker()));
    }

    private CircuitBreakerConfig config(SystemCard.Breaker breaker) {
        return CircuitBreakerConfig.custom()
                .failureRateThreshold(breaker.failureRate())
                .slidingWindowSize(breaker.window())
                .minimumNumberOfCalls(breaker.minimumCalls())
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitIntervalFunctionInOpenState(
                        IntervalFunction.ofExponentialBackoff(breaker.pause(), 2.0, breaker.longestPause()))
                .clock(clock)
                .build();
    }

    private static final Exception FAILED = new Exception("the call failed", null) {
        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    };
}
