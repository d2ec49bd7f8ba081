package vn.lienthong.hub.repair;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another content for one delivery. The ledger keeps what is true; this says what was sent otherwise, and who wanted it.
 *
 * @param patch RFC 7396, onto the message
 * @param state PROPOSED, APPROVED, REJECTED
 */
public record Edit(
        UUID id,
        long delivery,
        String dossier,
        String system,
        JsonNode patch,
        String reason,
        String state,
        String proposedBy,
        OffsetDateTime proposedAt,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String note) {}
