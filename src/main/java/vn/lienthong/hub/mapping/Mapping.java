package vn.lienthong.hub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One compiled JSLT file. Immutable and safe to share. Beware: JSLT drops every key whose value is null, {@code {}} or
 * {@code []} from the objects a mapping makes.
 */
public final class Mapping {
    /** How JSLT begins the message of a mapping's error(…). */
    private static final String OWN = "error: ";

    private final String file;
    private final Expression expression;
    private final Set<String> variables;
    private final boolean quotes;

    Mapping(String file, Expression expression, Set<String> variables, boolean quotes) {
        this.file = file;
        this.expression = expression;
        this.variables = variables;
        this.quotes = quotes;
    }

    /**
     * Runs the mapping. A variable that is not given is null.
     *
     * @throws MappingFailed when the content cannot be translated
     */
    public JsonNode apply(JsonNode input, Map<String, JsonNode> given) {
        var values = HashMap.<String, JsonNode>newHashMap(variables.size());
        variables.forEach(name -> values.put(name, given.getOrDefault(name, NullNode.instance)));
        try {
            return expression.apply(values, input);
        } catch (FunctionFailed e) {
            throw new MappingFailed("%s: %s".formatted(file, e.getMessage()), e.list());
        } catch (JsltException e) {
            throw new MappingFailed(place(e) + ": " + reason(e));
        }
    }

    private String place(JsltException e) {
        return e.getLine() > 0 && e.getSource() != null ? e.getSource() + ":" + e.getLine() : file;
    }

    /** JSLT quotes the content it stumbles over; of a citizen's only the words of a mapping's own error(…) may pass. */
    private String reason(JsltException e) {
        var message = Objects.requireNonNullElse(e.getMessageWithoutLocation(), "");
        if (message.startsWith(OWN)) {
            return message.substring(OWN.length());
        }
        return quotes ? "cannot be translated: " + message : "cannot be translated";
    }
}
