package vn.lienthong.hub.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;

/** Published inside the transaction that records answers: which times systems say that they stored. */
public record TimesStored(List<Stored> stored) {
    /**
     * @param receivedAt the true reception
     * @param times theirs, by name
     */
    public record Stored(String system, String dossier, OffsetDateTime receivedAt, JsonNode times) {}
}
