package vn.lienthong.hub.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import vn.lienthong.hub.json.Json;

/** What a query string may look like; a parameter it does not name is refused, for a misspelt filter filters nothing. */
public final class QuerySchema {
    private static final Set<String> TRUTH = Set.of("true", "false");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");

    private final ObjectNode properties;
    private final RequestSchema schema;

    private QuerySchema(ObjectNode properties, RequestSchema schema) {
        this.properties = properties;
        this.schema = schema;
    }

    static QuerySchema of(JsonNode parameters, JsonNode components) {
        var object = Json.MAPPER.createObjectNode().put("type", "object").put("additionalProperties", false);
        var properties = object.putObject("properties");
        var required = object.putArray("required");
        StreamSupport.stream(parameters.spliterator(), false)
                .map(parameter -> resolve(parameter, components))
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .forEach(parameter -> {
                    properties.set(parameter.get("name").asText(), parameter.get("schema"));
                    if (parameter.path("required").asBoolean()) {
                        required.add(parameter.get("name").asText());
                    }
                });
        return new QuerySchema(properties, new RequestSchema(Schemas.compile(object, components)));
    }

    private static JsonNode resolve(JsonNode parameter, JsonNode components) {
        var reference = parameter.path("$ref").asText();
        return reference.isEmpty() ? parameter : components.at(reference.substring("#/components".length()));
    }

    /** A query as the contract types it, and what is wrong with it. */
    public record Reading(JsonNode values, List<Violation> violations) {}

    /** @param parameters as the servlet container gives them */
    public Reading read(Map<String, String[]> parameters) {
        var values = Json.MAPPER.createObjectNode();
        parameters.forEach((name, given) -> values.set(name, value(name, given)));
        return new Reading(values, schema.check(values));
    }

    private JsonNode value(String name, String[] given) {
        if (given.length != 1) {
            return Json.MAPPER.valueToTree(given);
        }
        var form = properties.path(name);
        if (form.path("type").asText().equals("boolean") && TRUTH.contains(given[0])) {
            return BooleanNode.valueOf(Boolean.parseBoolean(given[0]));
        }
        if (form.path("type").asText().equals("integer")
                && WHOLE_NUMBER.matcher(given[0]).matches()) {
            return IntNode.valueOf(Integer.parseInt(given[0]));
        }
        // The + of an offset that a caller forgot to encode arrives as a blank.
        return TextNode.valueOf(
                form.path("format").asText().equals("date-time") ? given[0].replace(' ', '+') : given[0]);
    }
}
