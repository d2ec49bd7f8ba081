package vn.lienthong.hub.delivery;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import vn.lienthong.hub.json.Json;

/**
 * A message with another content than the ledger has: a JSON Merge Patch (RFC 7396) laid upon it. What says which duty
 * it is about and when it happened stays what it is.
 */
public final class Edited {
    private static final List<JsonPointer> FIXED = List.of(
            JsonPointer.compile("/operation"),
            JsonPointer.compile("/idempotencyKey"),
            JsonPointer.compile("/dossier/code"),
            JsonPointer.compile("/dossier/receivedAt"),
            JsonPointer.compile("/dossier/dueAt"),
            JsonPointer.compile("/state/receivedAt"),
            JsonPointer.compile("/state/dueAt"),
            JsonPointer.compile("/state/finishedAt"),
            JsonPointer.compile("/entry/id"),
            JsonPointer.compile("/entry/seq"),
            JsonPointer.compile("/entry/event"),
            JsonPointer.compile("/entry/occurredAt"),
            JsonPointer.compile("/entry/receivedAt"),
            JsonPointer.compile("/entry/recordedAt"),
            JsonPointer.compile("/entry/startsClock"));
    private static final List<String> OBJECTS = List.of("dossier", "state", "entry");

    private Edited() {}

    /** Whether a patch changes something, and nothing that is fixed. */
    public static boolean isAllowed(JsonNode patch) {
        return patch.isObject()
                && !patch.isEmpty()
                && patch.propertyStream()
                        .allMatch(part -> OBJECTS.contains(part.getKey())
                                && part.getValue().isObject())
                && FIXED.stream().allMatch(place -> patch.at(place).isMissingNode());
    }

    static JsonNode message(JsonNode message, String patch) {
        return merged(message, Json.kept(patch));
    }

    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        var result = target.isObject() ? (ObjectNode) target.deepCopy() : Json.MAPPER.createObjectNode();
        for (var part : patch.properties()) {
            if (part.getValue().isNull()) {
                result.remove(part.getKey());
            } else {
                var before = Objects.requireNonNullElse(result.get(part.getKey()), Json.MAPPER.nullNode());
                result.set(part.getKey(), merged(before, part.getValue()));
            }
        }
        return result;
    }
}
