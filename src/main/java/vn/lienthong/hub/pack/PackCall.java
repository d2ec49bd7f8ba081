package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Connector;
import vn.lienthong.hub.connector.Headers;
import vn.lienthong.hub.connector.Outcome;

/**
 * One call of a route.
 *
 * @param verb the part of the route's name after the system
 * @param operation of a delivery; absent of a question
 */
public record PackCall(String verb, @Nullable String operation, JsonNode message) {

    public Outcome make(Connector connector, SystemCard card) {
        var headers = new HashMap<>(Headers.of(message));
        if (operation != null) {
            headers.put("operation", operation);
        }
        return switch (verb) {
            case "send" -> connector.send(card, message, headers);
            case "probe" -> connector.probe(card, message, headers);
            default -> connector.ask(card, verb, message);
        };
    }
}
