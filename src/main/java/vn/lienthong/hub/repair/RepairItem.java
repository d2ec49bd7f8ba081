package vn.lienthong.hub.repair;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One delivery of a plan.
 *
 * @param n its place
 * @param was state of the delivery when it was planned
 * @param way how it will be gone about: SEND, ASK first, NONE of both
 * @param minutesLeft working time to the issued due time when it was planned; null for a dossier that has ended
 * @param result sent, there, absent, refused, parked, skipped, held, cancelled, not-possible
 * @param code what the system answered last
 */
public record RepairItem(
        int n,
        long delivery,
        String dossier,
        String system,
        @Nullable String cause,
        String was,
        String way,
        @Nullable OffsetDateTime dueAt,
        @Nullable Long minutesLeft,
        State state,
        @Nullable String result,
        @Nullable String code,
        @Nullable OffsetDateTime at) {

    /** WAITING → DUE → DONE or FAILED; PASSED when nothing is to be done. */
    public enum State {
        WAITING,
        DUE,
        DONE,
        FAILED,
        PASSED
    }
}
