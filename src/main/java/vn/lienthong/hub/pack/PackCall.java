package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Connector;
import vn.lienthong.hub.connector.Headers;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.connector.Tape;

/**
 * One call of a route.
 *
 * @param verb the part of the route's name after the system
 * @param operation of a delivery; absent of a question
 */
public record PackCall(String verb, @Nullable String operation, JsonNode message) {

    /** @param tape takes down what goes over the wire */
    public Outcome make(Connector connector, SystemCard card, Tape tape) {
        var headers = new HashMap<>(Headers.of(message));
        if (operation != null) {
            headers.put("operation", operation);
        }
        return switch (verb) {
            case "send" -> connector.send(card, message, headers, tape);
            case "probe" -> connector.probe(card, message, headers, tape);
            default -> connector.ask(card, verb, message, tape);
        };
    }
}
