package vn.lienthong.hub.delivery;

import java.time.Instant;
import vn.lienthong.hub.connector.Outcome;

/**
 * One call and what came of it.
 *
 * @param together it carried other deliveries too
 * @param whileDown the system's breaker was not closed when it began
 */
record Attempt(Outcome outcome, boolean together, boolean whileDown, Instant startedAt, Instant endedAt) {}
