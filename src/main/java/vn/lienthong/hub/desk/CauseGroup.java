package vn.lienthong.hub.desk;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.Advice;

/**
 * Failures of one cause.
 *
 * @param waiting deliveries that are not done because of it
 * @param dossiers that they are about
 * @param lastSeenAt null: no attempt of the last days failed by it
 * @param dueAt the earliest legal due time among them
 * @param hours how many attempts failed by it in each of the last 24 hours, the oldest first
 * @param owner who has taken it
 */
public record CauseGroup(
        String id,
        String system,
        String systemTitle,
        String operation,
        String code,
        String message,
        long waiting,
        long dossiers,
        OffsetDateTime firstSeenAt,
        @Nullable OffsetDateTime lastSeenAt,
        @Nullable OffsetDateTime dueAt,
        List<Long> hours,
        State state,
        @Nullable String owner,
        @Nullable String note,
        @Nullable Advice advice) {

    /** How far people have come with it: what its incident says. */
    public enum State {
        NEW,
        TAKEN,
        /** For the owner of the system. */
        WAITING,
        SOLVED,
        /** It was solved, and has failed since. */
        BACK
    }
}
