package vn.lienthong.hub.drift;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was otherwise: noticed once, however many are like it.
 *
 * @param operation as the card calls it; probe for questions whether it has something; empty where it does not matter
 * @param place method, address and status; empty where it does not matter
 * @param delivery whose exchange shows it, as long as exchanges are kept; absent when it was the answer to a question
 * @param attempt of the delivery
 */
public record Drift(
        UUID id,
        String system,
        String operation,
        Aspect aspect,
        String place,
        List<Move> moves,
        @Nullable Long delivery,
        @Nullable Integer attempt,
        OffsetDateTime noticedAt,
        @Nullable OffsetDateTime acceptedAt,
        @Nullable String acceptedBy,
        @Nullable String note) {}
