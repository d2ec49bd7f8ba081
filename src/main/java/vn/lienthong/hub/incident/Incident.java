package vn.lienthong.hub.incident;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong.
 *
 * @param system absent when it concerns none alone
 * @param cause id of a fingerprint
 * @param cameBack it was closed before
 * @param failures deliveries now, of the units that were asked for; of a sum that does not come out, by how many
 * @param most that there ever were
 * @param earliestDue of a dossier that waits because of it
 * @param brought of what had failed, arrived when it was closed; of a cause, for who sees all of it
 */
public record Incident(
        UUID id,
        Kind kind,
        @Nullable String system,
        @Nullable String cause,
        State state,
        boolean cameBack,
        OffsetDateTime openedAt,
        OffsetDateTime seenAt,
        long failures,
        long most,
        long dossiers,
        @Nullable OffsetDateTime earliestDue,
        @Nullable String owner,
        @Nullable String note,
        @Nullable OffsetDateTime closedAt,
        @Nullable Long brought) {

    /** What it is about. */
    public enum Kind {
        /** Deliveries wait for a person for one cause. */
        CAUSE,
        /** A system cannot be reached. */
        BREAKER,
        /** Dossiers near their deadline have not arrived everywhere. */
        DEADLINE,
        /** No upstream system reports anything. */
        SILENCE,
        /** A system answers otherwise than before, and nobody has accepted it. */
        DRIFT,
        /** What became owed is not the sum of what it came to. */
        CONSERVATION
    }

    /** OPEN → TAKEN, WAITING for others → CLOSED, by a person or because it is not seen any more. */
    public enum State {
        OPEN,
        TAKEN,
        WAITING,
        CLOSED
    }
}
