package vn.lienthong.hub.inquiry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import vn.lienthong.hub.contract.RequestSchema;
import vn.lienthong.hub.contract.Violation;

/**
 * A question that a system answers, and how it and its answer look.
 *
 * @param request JSON Schema of the question, without the officer, the purpose and the dossier, which all have
 * @param answer JSON Schema of the answer
 */
public record Question(String name, JsonNode request, JsonNode answer, RequestSchema form) {
    /** What every question says beside itself. */
    private static final List<String> ENVELOPE = List.of("officer", "purpose", "dossier");

    /** Every place where a body is not this question. */
    public List<Violation> check(JsonNode body) {
        return form.check(bare(body));
    }

    /** What is asked, without who asks and why. */
    public static JsonNode bare(JsonNode body) {
        return body instanceof ObjectNode object ? object.deepCopy().without(ENVELOPE) : body;
    }
}
