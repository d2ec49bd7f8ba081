package vn.lienthong.hub.reconciliation;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.ComparisonRules.Remedy;

/**
 * One thing that a system shows otherwise than it is, from being found to being closed.
 *
 * @param dossier the code as the system writes it
 * @param minutes of times, theirs after ours in working minutes
 * @param correction the entry that ordered it to be set right
 * @param state OPEN; ORDERED, a correction is on its way; CLOSED, the system was seen to show the right value; ACCEPTED
 *     or REJECTED by a person
 */
public record Discrepancy(
        long id,
        String system,
        String dossier,
        Kind kind,
        String field,
        @Nullable String ours,
        @Nullable String theirs,
        @Nullable Long minutes,
        String reason,
        Remedy remedy,
        State state,
        @Nullable UUID correction,
        OffsetDateTime foundAt,
        OffsetDateTime seenAt,
        @Nullable String decidedBy,
        @Nullable String note,
        @Nullable OffsetDateTime closedAt) {

    /** Whether both sides have said what differs; else it is read out of a code. */
    public boolean certain() {
        return switch (kind) {
            case DUPLICATE -> dossier.equals(ours);
            case TIME -> minutes != null;
            default -> true;
        };
    }

    /** Whether somebody wants it to be set right and it was not ordered yet. */
    public boolean approved() {
        return state == State.OPEN && decidedBy != null && remedy.canBeOrdered();
    }

    /** The life of a discrepancy. */
    public enum State {
        OPEN,
        ORDERED,
        CLOSED,
        ACCEPTED,
        REJECTED
    }
}
