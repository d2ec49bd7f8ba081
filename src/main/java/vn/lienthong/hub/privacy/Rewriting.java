package vn.lienthong.hub.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.lienthong.hub.json.Json;

/**
 * Puts something else in the place of all that is personal, in trees, bodies and texts: fields by their names, the values
 * that are known of the people concerned wherever and however they are written, and what looks like a number, an address of
 * mail or a name of anybody.
 */
final class Rewriting {
    /** What is about the work and not about people, as our own messages call it. */
    private static final Set<String> NOT_PERSONAL = Set.of("unit", "procedure", "times", "deadline");

    private static final Pattern AREA = Pattern.compile("[0-9]{1,5}|[A-Za-z]{2}");

    private final Texts texts;
    private final Replacement replacement;

    Rewriting(PersonalValues values, Replacement replacement) {
        this.texts = new Texts(values, replacement);
        this.replacement = replacement;
    }

    JsonNode tree(JsonNode tree) {
        return tree(tree, List.of(), "");
    }

    private JsonNode tree(JsonNode node, List<String> within, String field) {
        if (node.isObject()) {
            if (NOT_PERSONAL.contains(field) && within.size() <= 1) {
                return node;
            }
            var object = Json.MAPPER.createObjectNode();
            var inner = PersonalValues.inside(within, field);
            node.properties().forEach(one -> object.set(one.getKey(), tree(one.getValue(), inner, one.getKey())));
            return object;
        }
        if (node.isArray()) {
            var array = Json.MAPPER.createArrayNode();
            node.forEach(item -> array.add(tree(item, within, field)));
            return array;
        }
        return leaf(node, within, field);
    }

    private JsonNode leaf(JsonNode node, List<String> within, String field) {
        if (node.isTextual()) {
            return TextNode.valueOf(value(within, field, node.asText()));
        }
        if (!node.isNumber()) {
            return node;
        }
        var text = node.asText();
        var rewritten = value(within, field, text);
        return rewritten.equals(text) ? node : asBefore(rewritten);
    }

    private static JsonNode asBefore(String rewritten) {
        return rewritten.matches("[1-9][0-9]{0,17}")
                ? JsonNodeFactory.instance.numberNode(Long.parseLong(rewritten))
                : TextNode.valueOf(rewritten);
    }

    /** The value of a field. */
    String value(List<String> within, String field, String value) {
        var kind = FieldKind.of(within, field);
        if (kind.isPresent() && !value.isBlank() && !isArea(kind.get(), value) && !Bodies.isNested(value)) {
            return replacement.of(kind.get(), value.strip());
        }
        return Bodies.isNested(value) ? new Bodies(this).nested(value) : text(value);
    }

    private static boolean isArea(FieldKind kind, String value) {
        return kind == FieldKind.ADDRESS && AREA.matcher(value).matches();
    }

    String text(String text) {
        return texts.rewrite(text);
    }

    /** A body in whatever form, also one that is cut. */
    String body(String body) {
        return Bodies.isNested(body) ? new Bodies(this).nested(body) : new Bodies(this).flat(body);
    }
}
