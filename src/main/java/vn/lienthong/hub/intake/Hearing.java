package vn.lienthong.hub.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Translator;
import vn.lienthong.hub.json.Json;

/** Makes of a message what it says, in canonical form. */
@Component
class Hearing {
    /** After the name of a pull: the route that translates one of its items. */
    private static final String ITEM = "-item";

    private final Translator translator;

    Hearing(Translator translator) {
        this.translator = translator;
    }

    /**
     * @param message as routes see it
     * @param translated missing where nobody can read it
     * @param dead why nobody can
     */
    record Heard(ObjectNode message, JsonNode translated, Fate.@Nullable Dead dead) {
        /** Only a clear yes of the mapping counts. */
        boolean isAuthentic() {
            return translated.path("authentic").isBoolean()
                    && translated.path("authentic").booleanValue();
        }

        /** What it says, as far as anybody can read it: the same again is a repeat. */
        byte[] fingerprint(byte[] raw) {
            return Json.sha256(translated.has("observations") ? Json.canonical(translated.path("observations")) : raw);
        }
    }

    Heard hear(SystemCard card, String name, byte[] raw, Map<String, String> headers) {
        var callback = card.inbound().callbacks().get(name);
        ObjectNode message;
        try {
            message = Sent.tree(raw, headers, callback != null && callback.query());
        } catch (RuntimeException e) {
            return unread(Json.MAPPER.createObjectNode(), "request.unreadable", e);
        }
        try {
            var translated = translator.translate(card, callback == null ? name + ITEM : name, message);
            return new Heard(message, translated, null);
        } catch (RuntimeException e) {
            return unread(message, "hub.mapping", e);
        }
    }

    private static Heard unread(ObjectNode message, String cause, RuntimeException why) {
        var detail = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
        return new Heard(message, MissingNode.getInstance(), new Fate.Dead(cause, detail));
    }
}
