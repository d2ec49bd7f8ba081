package vn.lienthong.hub.delivery;

import static vn.lienthong.hub.delivery.DeliveryState.DELIVERED;
import static vn.lienthong.hub.delivery.DeliveryState.PARKED;
import static vn.lienthong.hub.delivery.DeliveryState.PENDING;
import static vn.lienthong.hub.delivery.DeliveryState.REFUSED;
import static vn.lienthong.hub.delivery.DeliveryState.UNCERTAIN;

import java.time.Duration;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.connector.Outcome.Absent;
import vn.lienthong.hub.connector.Outcome.Acknowledged;
import vn.lienthong.hub.connector.Outcome.Refused;
import vn.lienthong.hub.connector.Outcome.Uncertain;
import vn.lienthong.hub.connector.Outcome.Unreachable;

/**
 * The whole life of a delivery as one table: outcome × history → next state, waiting time, attempts burnt.
 *
 * <p>A system that is down burns no attempts, however long and in whatever way it is down. Otherwise an attempt that may
 * have arrived burns one, and is asked about before anything is sent again, after a pause in which a slow system may
 * still finish.
 *
 * @param attempts burnt so far; one more than the card has delays parks the delivery
 */
record Transition(DeliveryState state, Duration pause, int attempts) {

    static Transition afterSend(Outcome outcome, History history, SystemCard card) {
        return switch (outcome) {
            case Acknowledged a -> new Transition(DELIVERED, Duration.ZERO, history.attempts());
            case Refused r -> new Transition(REFUSED, Duration.ZERO, history.attempts());
            case Unreachable u -> new Transition(PENDING, delay(1, card), history.attempts());
            case Uncertain u -> afterDoubt(history, card);
            case Absent a -> afterDoubt(history, card);
        };
    }

    static Transition afterProbe(Outcome outcome, History history, SystemCard card) {
        return switch (outcome) {
            case Acknowledged a -> new Transition(DELIVERED, Duration.ZERO, history.attempts());
            case Absent a ->
                isSpent(history.attempts(), card)
                        ? new Transition(PARKED, Duration.ZERO, history.attempts())
                        : new Transition(PENDING, Duration.ZERO, history.attempts());
            case Unreachable u -> new Transition(UNCERTAIN, delay(1, card), history.attempts());
            case Refused r -> laterOrPark(UNCERTAIN, history, card);
            case Uncertain u -> laterOrPark(UNCERTAIN, history, card);
        };
    }

    /** A person asked whether they have it, and decides what is next. */
    static Transition absentForAPerson(History history) {
        return new Transition(PARKED, Duration.ZERO, history.attempts());
    }

    /** Of a call that carried many, a refusal blames all and may mean one: each goes alone. */
    static Transition afterRefusedTogether(History history) {
        return new Transition(PENDING, Duration.ZERO, history.attempts() + 1);
    }

    private static Transition afterDoubt(History history, SystemCard card) {
        return switch (card.uncertain()) {
            case PROBE -> new Transition(UNCERTAIN, delay(history.burnt(), card), history.burnt());
            case RESEND -> laterOrPark(PENDING, history, card);
            case PARK -> new Transition(PARKED, Duration.ZERO, history.burnt());
        };
    }

    private static Transition laterOrPark(DeliveryState state, History history, SystemCard card) {
        return isSpent(history.burnt(), card) && !history.systemDown()
                ? new Transition(PARKED, Duration.ZERO, history.burnt())
                : new Transition(state, delay(history.burnt(), card), history.burnt());
    }

    private static boolean isSpent(int burnt, SystemCard card) {
        return burnt > card.retry().delays().size();
    }

    private static Duration delay(int nth, SystemCard card) {
        var delays = card.retry().delays();
        return delays.get(Math.clamp(nth, 1, delays.size()) - 1);
    }
}
