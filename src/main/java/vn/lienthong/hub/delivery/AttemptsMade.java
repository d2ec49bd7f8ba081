package vn.lienthong.hub.delivery;

import java.time.Instant;
import java.util.List;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.connector.Tape;

/** Published inside the transaction that records them: calls, with what went over the wire. */
public record AttemptsMade(List<Made> attempts) {
    /**
     * One delivery's share in a call.
     *
     * @param n the number of the attempt of the delivery, from 1
     * @param kind SEND or PROBE
     * @param tape one object for all that travelled in one call
     */
    public record Made(
            long delivery,
            int n,
            String system,
            String operation,
            String kind,
            Outcome outcome,
            Instant startedAt,
            Instant endedAt,
            Tape tape) {}
}
