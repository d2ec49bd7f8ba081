package vn.lienthong.hub.desk;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * How one system does in this shift. The counts by state are of the deliveries created since it began.
 *
 * @param breaker closed, open or half-open
 * @param trouble why it fails, in plain words; null where it does not
 * @param owed how many deliveries became owed, counted apart from the states
 * @param backlog everything that waits for it, however old
 * @param held everything that waits for a person
 * @param overdue dossiers that become overdue until the given time of today if nothing moves
 * @param certificateUntil when the first of the certificates ends that it showed last; null: it showed none
 * @param hours how many arrived in each of the last 24 hours, the oldest first
 */
public record ShiftLine(
        String id,
        String title,
        Health health,
        String breaker,
        @Nullable String trouble,
        long owed,
        long delivered,
        long refused,
        long parked,
        long pending,
        long skipped,
        long attempts,
        long backlog,
        @Nullable OffsetDateTime oldestAt,
        long held,
        long overdue,
        @Nullable OffsetDateTime certificateUntil,
        List<Long> hours) {

    public enum Health {
        /** Reached and used. */
        USED,
        /** Nothing says that it fails, and nothing has arrived there in this shift. */
        UNUSED,
        FAILING
    }

    /** Nothing happens there, and nothing waits. */
    public boolean isIdle() {
        return health == Health.UNUSED && backlog == 0 && held == 0 && owed == 0;
    }

    /** Every delivery that became owed is in one state; zero, or somebody must look. */
    public long off() {
        return off(owed, delivered, refused, parked, pending, skipped);
    }

    /** @param states how many are in each; the order of them does not matter */
    static long off(long owed, long... states) {
        return owed - LongStream.of(states).sum();
    }
}
