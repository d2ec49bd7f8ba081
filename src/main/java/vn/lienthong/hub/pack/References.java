package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import vn.lienthong.hub.json.Json;

/** Puts what {@code $ref} of an OpenAPI contract points to in the place of the reference. */
final class References {
    private static final String REFERENCE = "$ref";
    private static final int DEEPEST = 50;

    private final JsonNode contract;

    private References(JsonNode contract) {
        this.contract = contract;
    }

    /** @throws OpenApiOperation.Unfit when one leads out of the contract, or to itself */
    static JsonNode inPlace(JsonNode contract) {
        return new References(contract).resolved(contract, 0);
    }

    private JsonNode resolved(JsonNode node, int depth) {
        if (node.path(REFERENCE).isTextual()) {
            return resolved(target(node.get(REFERENCE).asText(), depth), depth + 1);
        }
        if (node.isObject()) {
            var object = Json.MAPPER.createObjectNode();
            node.properties().forEach(field -> object.set(field.getKey(), resolved(field.getValue(), depth)));
            return object;
        }
        if (node.isArray()) {
            var array = Json.MAPPER.createArrayNode();
            node.forEach(item -> array.add(resolved(item, depth)));
            return array;
        }
        return node;
    }

    private JsonNode target(String reference, int depth) {
        var target = reference.startsWith("#/") ? contract.at(reference.substring(1)) : contract.path("");
        if (target.isMissingNode() || depth > DEEPEST) {
            throw new OpenApiOperation.Unfit(
                    "the contract refers to %s, which is not in it, or without end".formatted(reference));
        }
        return target;
    }
}
