package vn.lienthong.hub.connector;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A system's answer in canonical form, as the last mapping of a route made it. */
record Reply(
        @Nullable Integer http,
        @Nullable String code,
        @Nullable String text,
        @Nullable String receipt,
        @Nullable Boolean present,
        boolean platformFault,
        @Nullable JsonNode storedTimes,
        @Nullable JsonNode answer,
        @Nullable String session) {

    static Reply of(JsonNode body, @Nullable Integer http, boolean platformFault) {
        return new Reply(
                http,
                text(body, "code"),
                text(body, "text"),
                text(body, "receipt"),
                body.path("present").isBoolean() ? body.get("present").asBoolean() : null,
                platformFault,
                body.get("storedTimes"),
                body.get("answer"),
                text(body, "session"));
    }

    /** An answer that no mapping read: a fault of the protocol itself. */
    static Reply fault(@Nullable Integer http, @Nullable String code, @Nullable String text, boolean platformFault) {
        return new Reply(http, code, text, null, null, platformFault, null, null, null);
    }

    private static @Nullable String text(JsonNode body, String field) {
        return body.path(field).isValueNode() && !body.path(field).isNull()
                ? body.get(field).asText()
                : null;
    }
}
