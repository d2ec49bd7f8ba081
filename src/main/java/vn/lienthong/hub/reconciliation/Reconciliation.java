package vn.lienthong.hub.reconciliation;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One comparison with one system.
 *
 * @param from of the receptions looked at; until is not included
 * @param shown records that the system showed so far
 * @param compared records and dossiers looked at so far
 * @param found differences seen so far
 * @param fault why it does not go on, in plain words
 */
public record Reconciliation(
        UUID id,
        String system,
        OffsetDateTime from,
        OffsetDateTime until,
        State state,
        long shown,
        long compared,
        long found,
        @Nullable String fault,
        String startedBy,
        OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt) {

    /** How far it has come. */
    public enum State {
        /** The system is asked, and each page compared. */
        READING,
        /** What it showed is looked at as a whole. */
        COMPARING,
        /** What it did not show is looked for. */
        SEARCHING,
        COMPARED,
        /** What can be set right is being set right, and read back. */
        APPLYING,
        APPLIED,
        FAILED;

        /** Whether nothing more happens by itself. */
        public boolean isAtRest() {
            return this == COMPARED || this == APPLIED || this == FAILED;
        }
    }
}
