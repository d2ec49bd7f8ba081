package vn.lienthong.hub.outage;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time in which nothing is sent to a system. It ends by itself.
 *
 * @param text for callers
 * @param withdrawnAt it does not hold any more
 */
public record Outage(
        UUID id,
        String system,
        OffsetDateTime from,
        OffsetDateTime until,
        String text,
        String plannedBy,
        @Nullable OffsetDateTime withdrawnAt) {
    boolean holdsAt(Instant moment) {
        return withdrawnAt == null
                && !from.toInstant().isAfter(moment)
                && until.toInstant().isAfter(moment);
    }
}
