package vn.lienthong.hub.file;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * What is known of a file. Nothing of it names the person.
 *
 * @param kind what paper it is, by the code of the procedure's list of papers
 * @param purpose what it was filed as
 * @param mediaType what its bytes are, whatever its sender called them
 * @param sha256 hexadecimal
 * @param storedAs where its bytes are; empty when they are gone
 * @param reused whether it was filed in another dossier than the one asked about
 */
public record CitizenFile(
        UUID id,
        String dossier,
        String kind,
        String purpose,
        State state,
        String mediaType,
        long size,
        String sha256,
        OffsetDateTime filedAt,
        String storedAs,
        boolean reused) {

    public enum State {
        /** Its bytes are on their way, or their sender is gone. */
        RECEIVING,
        /** Given up; what there is of it is being removed. */
        ABANDONED,
        /** Whole, and not yet found clean; nobody can read it. */
        QUARANTINED,
        READY,
        /** Found to be harmful; its bytes are destroyed. */
        INFECTED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
