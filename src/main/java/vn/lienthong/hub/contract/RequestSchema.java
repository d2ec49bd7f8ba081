package vn.lienthong.hub.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.util.List;

/** What one body must look like. Safe to use from any number of threads. */
public final class RequestSchema {
    /** A body that is wrong everywhere is not answered with a list longer than itself. */
    private static final int MOST_VIOLATIONS = 50;

    private final JsonSchema schema;

    RequestSchema(JsonSchema schema) {
        this.schema = schema;
    }

    /** By a JSON Schema that stands alone. */
    public static RequestSchema of(ObjectNode document) {
        return new RequestSchema(Schemas.compile(document, JsonNodeFactory.instance.objectNode()));
    }

    /** Every violation, in the order of the body; empty when it follows the contract. */
    public List<Violation> check(JsonNode body) {
        var unstorable = Storable.violations(body);
        if (!unstorable.isEmpty()) {
            return unstorable;
        }
        var broken = schema.validate(body);
        if (broken.isEmpty()) {
            return List.of();
        }
        return broken.stream()
                .map(Wording::of)
                .distinct()
                .limit(MOST_VIOLATIONS)
                .toList();
    }
}
