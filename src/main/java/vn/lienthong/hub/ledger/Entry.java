package vn.lienthong.hub.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * One fact about a dossier.
 *
 * @param occurredAt business time claimed by its owner, set once
 * @param receivedAt the dossier's original reception; never moved by a later entry
 * @param recordedAt when the hub made it durable
 * @param source who reported it
 * @param body as reported
 * @param state of the dossier after it
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
        DossierState state) {}
