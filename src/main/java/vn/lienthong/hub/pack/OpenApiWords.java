package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import vn.lienthong.hub.json.Json;

/** What an operation of a contract puts into the templates of a pack. */
final class OpenApiWords {
    private static final String SIGN_IN = "Authorization";

    /** What a path may need to know: a parameter of it is this, until somebody says otherwise in the route. */
    private static final String DOSSIER = "${header.dossier}";

    private OpenApiWords() {}

    /** @param credential its name in the environment */
    static Map<String, String> of(OpenApiOperation operation, String credential) {
        var header = operation.keyHeader();
        var prefix = header.equals(SIGN_IN) ? "Bearer " : "";
        var answer = operation.sampleOfAnswer();
        return Map.ofEntries(
                Map.entry("title", Json.text(Json.MAPPER.valueToTree(operation.title()))),
                Map.entry("base", operation.base()),
                Map.entry("to", operation.hasParameters() ? "toD" : "to"),
                Map.entry("path", operation.path(text -> text, DOSSIER)),
                Map.entry("played-path", playedPath(operation)),
                Map.entry("method", operation.method().toUpperCase(Locale.ROOT)),
                Map.entry("request-schema", schema(operation.request())),
                Map.entry("request", operation.sampleOfRequest().toPrettyString()),
                Map.entry("status", operation.status()),
                Map.entry("answer", answer.toPrettyString()),
                Map.entry("text", text(answer)),
                Map.entry("key-header", header.toLowerCase(Locale.ROOT)),
                Map.entry(
                        "key",
                        "\"%s\": %s$credentials.key"
                                .formatted(header, prefix.isEmpty() ? "" : "\"" + prefix + "\" + ")),
                Map.entry("key-sample", "\"%s\": \"%s${%s}\"".formatted(header, prefix, credential)));
    }

    /** How the simulator knows the path. */
    private static String playedPath(OpenApiOperation operation) {
        return operation.hasParameters()
                ? "\"urlPathPattern\": "
                        + Json.text(quoted(operation.base()) + operation.path(OpenApiWords::quoted, "[^/]+"))
                : "\"urlPath\": " + Json.text(operation.base() + operation.path());
    }

    /** Means itself in a pattern. */
    private static String quoted(String text) {
        return text.replaceAll("[^\\w/-]", "\\\\$0");
    }

    private static String schema(JsonNode request) {
        var schema = (ObjectNode) Json.MAPPER
                .createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .setAll((ObjectNode) request);
        return schema.toPrettyString();
    }

    /** What the mapping of the reply would find in it. */
    private static String text(JsonNode answer) {
        for (var name : new String[] {"message", "title", "detail"}) {
            if (answer.path(name).isTextual()) {
                return "\"text\": %s, ".formatted(Json.text(answer.get(name)));
            }
        }
        return "";
    }
}
