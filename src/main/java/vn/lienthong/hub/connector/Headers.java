package vn.lienthong.hub.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** The headers that belong to a message about a dossier. */
public final class Headers {
    private Headers() {}

    /** Of a list of messages, those of the first. */
    public static Map<String, Object> of(JsonNode message) {
        var first =
                message.path("messages").isArray() ? message.path("messages").path(0) : message;
        var headers = new HashMap<String, Object>();
        put(headers, "operation", message.path("operation"));
        put(headers, "dossier", first.at("/dossier/code"));
        put(headers, "entry", first.at("/entry/id"));
        put(headers, "idempotencyKey", first.path("idempotencyKey"));
        return headers;
    }

    private static void put(Map<String, Object> headers, String name, JsonNode value) {
        if (value.isTextual()) {
            headers.put(name, value.asText());
        }
    }
}
