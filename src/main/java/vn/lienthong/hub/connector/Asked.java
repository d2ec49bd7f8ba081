package vn.lienthong.hub.connector;

import java.time.Instant;

/**
 * Published now and then when a system was asked something: the answer, with what went over the wire. It may be a
 * citizen's, so nobody keeps it.
 *
 * @param verb the route of the card that was called
 */
public record Asked(String system, String verb, Outcome outcome, Instant startedAt, Instant endedAt, Tape tape) {}
