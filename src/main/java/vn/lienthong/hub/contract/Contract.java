package vn.lienthong.hub.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.lienthong.hub.json.Json;

/** The OpenAPI document that upstream systems build against, with the schemas of its requests ready to use. */
public final class Contract {
    /** Where the document lies on the class path. */
    public static final String LOCATION = "/openapi.yaml";

    private final JsonNode document;
    private final Map<String, RequestSchema> requests = new HashMap<>();
    private final Map<String, QuerySchema> queries = new HashMap<>();

    private Contract(JsonNode document) {
        this.document = document;
        for (var path : document.path("paths")) {
            for (var operation : path) {
                compile(operation);
            }
        }
    }

    public static Contract load() {
        try (var in = Objects.requireNonNull(Contract.class.getResourceAsStream(LOCATION), LOCATION)) {
            return new Contract(read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(InputStream in) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false); // the second of two schemas of one name would silently replace the first
        Map<String, Object> tree = new Yaml(new SafeConstructor(options)).load(in);
        return Json.MAPPER.valueToTree(tree);
    }

    private void compile(JsonNode operation) {
        if (!operation.has("operationId")) {
            return;
        }
        var id = operation.get("operationId").asText();
        var body = operation.at("/requestBody/content/application~1json/schema");
        if (body.isObject()) {
            requests.put(id, new RequestSchema(Schemas.compile((ObjectNode) body, document.get("components"))));
        }
        queries.put(id, QuerySchema.of(operation.path("parameters"), document.get("components")));
    }

    /**
     * What a body sent to an operation must look like.
     *
     * @throws IllegalArgumentException when the contract has no such operation with a body
     */
    public RequestSchema requestSchema(String operationId) {
        return known(requests.get(operationId), operationId);
    }

    /** What the query string of an operation may look like. */
    public QuerySchema querySchema(String operationId) {
        return known(queries.get(operationId), operationId);
    }

    private static <T> T known(@org.jspecify.annotations.Nullable T schema, String operationId) {
        if (schema == null) {
            throw new IllegalArgumentException("the contract has no request schema for " + operationId);
        }
        return schema;
    }

    /** The whole document. */
    public JsonNode document() {
        return document;
    }
}
