package vn.lienthong.hub.activity;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one system.
 *
 * @param breaker closed, open or half-open, as the node that answers sees it
 * @param waiting for their turn
 * @param inFlight being sent now, by whichever node
 * @param uncertain to be asked about
 * @param held for a person
 * @param oldestAt since when the oldest of the first three has waited
 * @param attempts calls of the last minute, of all nodes
 */
public record Queue(
        String id,
        String title,
        String breaker,
        long waiting,
        long inFlight,
        long uncertain,
        long held,
        @Nullable OffsetDateTime oldestAt,
        long attempts) {}
