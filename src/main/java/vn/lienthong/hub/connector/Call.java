package vn.lienthong.hub.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.SystemCard;

/**
 * One call of a route, as the mappings on its way see it.
 *
 * @param message what the route was given
 * @param session of the system, where it has sessions
 * @param token of the sharing platform on the way, where it gives tokens
 */
record Call(
        SystemCard card,
        JsonNode message,
        @Nullable String session,
        @Nullable String token) {
    /** Exchange property that carries the call along the route. */
    static final String PROPERTY = "hub.call";

    static ObjectNode texts(java.util.Map<String, String> values) {
        var node = JsonNodeFactory.instance.objectNode();
        values.forEach(node::put);
        return node;
    }
}
