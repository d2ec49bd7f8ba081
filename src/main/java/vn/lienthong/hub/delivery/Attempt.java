package vn.lienthong.hub.delivery;

import java.time.Instant;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.connector.Tape;

/**
 * One call and what came of it.
 *
 * @param together it carried other deliveries too
 * @param whileDown the system's breaker was not closed when it began
 * @param tape what went to the system and came back
 */
record Attempt(Outcome outcome, boolean together, boolean whileDown, Instant startedAt, Instant endedAt, Tape tape) {}
