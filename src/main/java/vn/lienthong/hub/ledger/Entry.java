package vn.lienthong.hub.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One fact about a dossier.
 *
 * @param occurredAt business time claimed by its owner, set once
 * @param receivedAt the dossier's reception, as it was true when this was entered
 * @param recordedAt when the hub made it durable
 * @param source who reported it
 * @param body as reported
 * @param state of the dossier after it
 * @param former what the entry replaced, of a corrected reception
 */
public record Entry(
        UUID id,
        String dossier,
        int seq,
        EntryKind kind,
        OffsetDateTime occurredAt,
        OffsetDateTime receivedAt,
        OffsetDateTime recordedAt,
        String source,
        JsonNode body,
        DossierState state,
        @Nullable Former former) {

    /** Whether it claims to begin what had been finished; nothing follows from it. */
    public boolean beginsNothing() {
        return kind.beginsNothing(seq, occurredAt, state.finishedAt());
    }
}
