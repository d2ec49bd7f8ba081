package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One dossier as the hub tells it.
 *
 * @param finishedAt when it was settled
 * @param entries how many it has
 * @param legs system → how far it has come there
 */
record Reading(
        String code,
        String channel,
        OffsetDateTime receivedAt,
        @Nullable OffsetDateTime dueAt,
        @Nullable OffsetDateTime finishedAt,
        int entries,
        Map<String, Leg> legs) {

    /** @param receivedAt the reception that the system says it stored */
    record Leg(String state, @Nullable OffsetDateTime receivedAt) {}

    static Reading of(JsonNode dossier) {
        var legs = new HashMap<String, Leg>();
        dossier.path("legs").forEach(leg -> legs.put(leg.path("system").asText(), leg(leg)));
        return new Reading(
                dossier.path("code").asText(),
                dossier.path("channel").asText(),
                OffsetDateTime.parse(dossier.at("/times/receivedAt").asText()),
                time(dossier.at("/deadline/dueAt")),
                time(dossier.at("/times/finishedAt")),
                dossier.path("lastSeq").asInt(),
                legs);
    }

    private static Leg leg(JsonNode leg) {
        return new Leg(leg.path("state").asText(), time(leg.at("/storedTimes/receivedAt")));
    }

    /** Some systems store days without a time; a day restarts no clock that anybody could see here. */
    private static @Nullable OffsetDateTime time(JsonNode node) {
        return node.asText().contains("T") ? OffsetDateTime.parse(node.asText()) : null;
    }

    boolean settled() {
        return finishedAt != null;
    }

    boolean settledInTime() {
        return finishedAt != null && dueAt != null && finishedAt.isBefore(dueAt);
    }

    /** Whether the system stored another reception than the true one. */
    boolean restampedBy(String system) {
        var leg = legs.get(system);
        return leg != null && leg.receivedAt != null && !leg.receivedAt.isEqual(receivedAt);
    }
}
