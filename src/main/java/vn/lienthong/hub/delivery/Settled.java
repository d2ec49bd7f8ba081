package vn.lienthong.hub.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.connector.Outcome.Absent;
import vn.lienthong.hub.connector.Outcome.Acknowledged;
import vn.lienthong.hub.connector.Outcome.Refused;

/** What one call did to one delivery. */
record Settled(Leased delivery, Transition next, Attempt attempt, Instant dueAt) {
    /** Behind a refused or parked delivery the dossier's later ones wait for a person, that is without a date. */
    static final Instant HELD = Instant.parse("9999-01-01T00:00:00Z");

    static Settled of(Leased delivery, Attempt attempt, SystemCard card) {
        var next = transition(delivery, attempt, card);
        return new Settled(delivery, next, attempt, attempt.endedAt().plus(varied(next, card)));
    }

    private static Transition transition(Leased delivery, Attempt attempt, SystemCard card) {
        var history = new History(delivery.attempts(), attempt.whileDown());
        if (delivery.mustProbe() && card.uncertain() == SystemCard.Uncertain.PROBE) {
            return delivery.askOnly() && attempt.outcome() instanceof Absent
                    ? Transition.absentForAPerson(history)
                    : Transition.afterProbe(attempt.outcome(), history, card);
        }
        return attempt.together() && attempt.outcome() instanceof Refused
                ? Transition.afterRefusedTogether(history)
                : Transition.afterSend(attempt.outcome(), history, card);
    }

    Outcome outcome() {
        return attempt.outcome();
    }

    /** The number of the attempt, from 1. */
    int n() {
        return delivery.tries() + 1;
    }

    String kind() {
        return delivery.mustProbe() ? "PROBE" : "SEND";
    }

    AttemptsMade.Made made() {
        return new AttemptsMade.Made(
                delivery.id(),
                n(),
                delivery.system(),
                delivery.operation(),
                kind(),
                outcome(),
                attempt.startedAt(),
                attempt.endedAt(),
                attempt.tape());
    }

    /** Thousands that failed together must not come back together. */
    private static java.time.Duration varied(Transition next, SystemCard card) {
        var share = 1 + card.retry().jitter() * (ThreadLocalRandom.current().nextDouble() * 2 - 1);
        return java.time.Duration.ofMillis((long) (next.pause().toMillis() * share));
    }

    /** The times that the system says it stored, where it says any. */
    Optional<TimesStored.Stored> timesStored() {
        return outcome() instanceof Acknowledged done && done.storedTimes() != null
                ? Optional.of(new TimesStored.Stored(
                        delivery.system(), delivery.dossier(), delivery.receivedAt(), done.storedTimes()))
                : Optional.empty();
    }

    /** That it arrived, or never will. */
    Optional<DeliveriesEnded.Ended> ended() {
        return next.state() == DeliveryState.DELIVERED || next.state() == DeliveryState.REFUSED
                ? Optional.of(new DeliveriesEnded.Ended(
                        delivery.system(), delivery.dossier(), delivery.entry(), delivery.kind()))
                : Optional.empty();
    }

    /** Why the call failed; empty when it did not. */
    Optional<Fingerprint> cause() {
        return outcome() instanceof Acknowledged || outcome() instanceof Absent
                ? Optional.empty()
                : Optional.of(Fingerprint.of(
                        delivery.system(),
                        delivery.operation(),
                        outcome().code(),
                        outcome().text()));
    }

    /** When those behind it in its lane may be looked at. */
    Instant followersDueAt() {
        return next.state().holds() ? HELD : dueAt;
    }

    /** A first attempt that arrived never held anybody back. */
    boolean movesFollowers() {
        return !next.state().isDone() || delivery.tries() > 0 || delivery.mustProbe();
    }
}
