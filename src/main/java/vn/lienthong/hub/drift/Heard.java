package vn.lienthong.hub.drift;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.connector.Asked;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.connector.Tape;
import vn.lienthong.hub.delivery.AttemptsMade.Made;

/**
 * A call of a system, to be looked at.
 *
 * @param operation as the card calls it; probe for questions whether it has something
 * @param attempt the delivery's, whose exchange may be kept; absent for a question, of which nothing is kept
 */
record Heard(
        String system,
        String operation,
        Outcome outcome,
        Instant startedAt,
        Instant endedAt,
        Tape tape,
        @Nullable Made attempt) {
    private static final String PROBE = "PROBE";

    static Heard of(Made made) {
        var operation = made.kind().equals(PROBE) ? "probe" : made.operation();
        return new Heard(made.system(), operation, made.outcome(), made.startedAt(), made.endedAt(), made.tape(), made);
    }

    static Heard of(Asked asked) {
        return new Heard(
                asked.system(), asked.verb(), asked.outcome(), asked.startedAt(), asked.endedAt(), asked.tape(), null);
    }
}
