package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.stream.Collectors;
import vn.lienthong.hub.json.Json;

/** A value that a schema would take, as far as it can be told: its examples, else the least of its type. */
final class SchemaSample {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SchemaSample() {}

    static JsonNode of(JsonNode schema) {
        for (var given : new String[] {"/example", "/examples/0", "/default", "/const", "/enum/0"}) {
            if (!schema.at(given).isMissingNode()) {
                return schema.at(given);
            }
        }
        return switch (type(schema)) {
            case "object" -> object(schema);
            case "array" -> Json.MAPPER.createArrayNode().add(of(schema.path("items")));
            case "integer", "number" -> JSON.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> JSON.booleanNode(true);
            default -> JSON.textNode(text(schema));
        };
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText(schema.has("properties") ? "object" : "string");
    }

    /** With what is required; with everything where nothing is. */
    private static JsonNode object(JsonNode schema) {
        var required =
                schema.path("required").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
        var sample = Json.MAPPER.createObjectNode();
        for (var property : schema.path("properties").properties()) {
            if (required.isEmpty() || required.contains(property.getKey())) {
                sample.set(property.getKey(), of(property.getValue()));
            }
        }
        return sample;
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "date-time" -> "2025-08-12T09:15:00+07:00";
            case "date" -> "2025-08-12";
            case "uuid" -> "00000000-0000-4000-8000-000000000000";
            default -> "x".repeat(Math.max(1, schema.path("minLength").asInt()));
        };
    }
}
