package vn.lienthong.hub.delivery;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.commit.GroupCommit;
import vn.lienthong.hub.connector.Breakers;
import vn.lienthong.hub.connector.Connector;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.connector.Tape;

/** Makes the calls of one system, and hands in what came of them. */
final class Caller {
    private static final Outcome INTERRUPTED = new Outcome.Uncertain("hub.interrupted", "trục dừng giữa lúc đang gửi");

    /** Bytes of a request or an answer that are recorded. */
    private static final int RECORDED = 1 << 16;

    private final SystemCard card;
    private final Connector connector;
    private final Breakers breakers;
    private final GroupCommit<Settled, Boolean> settling;
    private final InstantSource clock;
    private final ObservationRegistry observations;
    private final LostTimeOfDay lost;
    private final Pace pace;

    Caller(
            SystemCard card,
            Connector connector,
            Breakers breakers,
            GroupCommit<Settled, Boolean> settling,
            InstantSource clock,
            ObservationRegistry observations,
            LostTimeOfDay lost,
            Pace pace) {
        this.card = card;
        this.connector = connector;
        this.breakers = breakers;
        this.settling = settling;
        this.clock = clock;
        this.observations = observations;
        this.lost = lost;
        this.pace = pace;
    }

    /**
     * Holds a permission of the breaker; returns when there is an outcome.
     *
     * @param whileDown it looks whether the system is back
     */
    Attempt call(List<Leased> together, boolean whileDown) {
        var tape = new Tape(RECORDED);
        if (together.getFirst().mustProbe() && card.uncertain() != SystemCard.Uncertain.PROBE) {
            breakers.release(card);
            return attempt(together, INTERRUPTED, whileDown, clock.instant(), tape);
        }
        pace.awaitRate();
        var started = clock.instant();
        return attempt(together, breakers.call(card, () -> observed(together, tape)), whileDown, started, tape);
    }

    private Attempt attempt(List<Leased> together, Outcome outcome, boolean whileDown, Instant started, Tape tape) {
        return new Attempt(outcome, together.size() > 1, whileDown, started, clock.instant(), tape);
    }

    /** Returns when what came of them is durable. */
    void settle(List<Leased> together, Attempt attempt) {
        var settled = together.stream().map(d -> Settled.of(d, attempt, card)).toList();
        settled.stream().map(settling::submit).toList().forEach(CompletableFuture::join);
        lost.count(card, settled);
    }

    private Outcome observed(List<Leased> together, Tape tape) {
        var first = together.getFirst();
        var observation = Observation.createNotStarted("hub.delivery", observations)
                .lowCardinalityKeyValue("system", card.id())
                .lowCardinalityKeyValue("operation", first.operation())
                .lowCardinalityKeyValue("kind", first.mustProbe() ? "probe" : "send")
                .start();
        try (var scope = observation.openScope()) {
            var outcome = first.mustProbe()
                    ? connector.probe(card, first.message(), first.headers(), tape)
                    : connector.send(card, Calls.message(together, card), first.headers(), tape);
            observation.lowCardinalityKeyValue("outcome", outcome.word());
            return outcome;
        } finally {
            observation.stop();
        }
    }
}
