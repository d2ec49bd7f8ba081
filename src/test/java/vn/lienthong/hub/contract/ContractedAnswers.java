package vn.lienthong.hub.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.lienthong.hub.json.Json;

/** Checks what the hub answered against what the contract says it answers. */
public final class ContractedAnswers {
    private final Contract contract;
    private final Map<String, RequestSchema> schemas = new ConcurrentHashMap<>();

    public ContractedAnswers(Contract contract) {
        this.contract = contract;
    }

    /** What is wrong with an answer; a request that the contract does not know may only be answered with a problem. */
    public List<Violation> check(String method, String path, int status, String mediaType, String body) {
        var operation = operation(method, path);
        if (operation.isEmpty()) {
            return check("/components/schemas/Problem", body);
        }
        var answer = resolve(operation.get().path("responses").path(Integer.toString(status)));
        if (answer.isMissingNode()) {
            // Every operation may meet a wrong method or a wrong address.
            return List.of(new Violation("", "status", method + " " + path + " may not answer " + status));
        }
        if (!answer.has("content")) {
            return body.isEmpty() ? List.of() : List.of(new Violation("", "content", "there should be no body"));
        }
        var media = answer.path("content").path(mediaType);
        if (media.isMissingNode()) {
            return List.of(new Violation("", "media type", mediaType + " is not in the contract"));
        }
        return media.has("schema") ? check(pointerOf(media.path("schema")), body) : List.of();
    }

    private Optional<JsonNode> operation(String method, String path) {
        var at = PathContainer.parsePath(path);
        return contract.document().path("paths").properties().stream()
                .filter(entry -> PathPatternParser.defaultInstance
                        .parse("/api/v1" + entry.getKey())
                        .matches(at))
                .map(entry -> entry.getValue().path(method.toLowerCase(java.util.Locale.ROOT)))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref")
                ? contract.document().at(node.get("$ref").asText().substring(1))
                : node;
    }

    private static String pointerOf(JsonNode schema) {
        return schema.get("$ref").asText().substring(1);
    }

    /** What is wrong with a body by the schema at a place of the contract. */
    public List<Violation> check(String pointer, String body) {
        return schemas.computeIfAbsent(
                        pointer,
                        p -> new RequestSchema(Schemas.compile(
                                (ObjectNode) contract.document().at(JsonPointer.compile(p)),
                                contract.document().get("components"))))
                .check(Json.parse(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
