package vn.lienthong.hub.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.Advice;

/**
 * How far a dossier has come with one system.
 *
 * @param operation of the oldest delivery that is not finished, else of the last one
 * @param state PENDING, LEASED, UNCERTAIN, DELIVERED, REFUSED, PARKED or SKIPPED
 * @param waitingOn whose turn it is
 * @param lastAnswer in plain words
 * @param storedTimes what the system says it stored: receivedAt, dueAt, finishedAt
 * @param precision which times its contract has less room for than a moment, and what it has room for
 * @param advice where it does not go on by itself as it should: what that means and what to do
 */
public record Leg(
        String system,
        String title,
        String operation,
        String state,
        int attempts,
        @Nullable OffsetDateTime nextAttemptAt,
        @Nullable String waitingOn,
        @Nullable String lastAnswer,
        @Nullable OffsetDateTime sentAt,
        @Nullable OffsetDateTime acknowledgedAt,
        @Nullable JsonNode storedTimes,
        Map<String, String> precision,
        @Nullable Advice advice) {}
