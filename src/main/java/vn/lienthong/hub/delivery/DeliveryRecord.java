package vn.lienthong.hub.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of one delivery.
 *
 * @param seq of the entry that the system had to be told
 * @param answer in the words of the system
 * @param stored what the system said it stored with this delivery: receivedAt, dueAt, finishedAt
 * @param sentAt when the last call with it began
 * @param acknowledgedAt when the system was known to have it
 * @param attempts in their order
 */
public record DeliveryRecord(
        long id,
        String system,
        int seq,
        UUID entry,
        String operation,
        String state,
        @Nullable String code,
        @Nullable String answer,
        @Nullable String receipt,
        @Nullable JsonNode stored,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime sentAt,
        @Nullable OffsetDateTime acknowledgedAt,
        List<Try> attempts) {

    /**
     * One call.
     *
     * @param kind SEND or PROBE
     * @param outcome acknowledged, refused, unreachable …
     */
    public record Try(
            int n,
            String kind,
            OffsetDateTime startedAt,
            OffsetDateTime endedAt,
            String outcome,
            @Nullable String code,
            @Nullable String answer) {}
}
