package vn.lienthong.hub.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.lienthong.hub.mapping.Trees;
import vn.lienthong.hub.mapping.UnreadableBody;

/**
 * The fields of an answer with their types, also of trees that stand in it as text. XML has no types, and whether an
 * element is there once or often says nothing.
 */
final class Fields {
    private static final int DEEPEST = 30;
    private static final int MOST = 500;
    /** The name of a field that is a number of somebody, or a time. */
    private static final Pattern KEY = Pattern.compile("\\d{5,}|[^\\x21-\\x7e\\p{L}]");

    private static final String ANY = "*";
    private static final String XML = "element";

    private final Map<String, String> types = new TreeMap<>();
    private final boolean xml;

    private Fields(boolean xml) {
        this.xml = xml;
    }

    /** Nothing where it cannot be read, or is no form but a heap. */
    static Optional<Map<String, String>> of(byte[] body) {
        try {
            var tree = Trees.read(body);
            var fields = new Fields(isXml(body));
            fields.walk(tree, "", 0);
            return fields.types.size() > MOST ? Optional.empty() : Optional.of(fields.types);
        } catch (UnreadableBody e) {
            return Optional.empty();
        }
    }

    private static boolean isXml(byte[] body) {
        return new String(body, 0, Math.min(body.length, 64), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading()
                .startsWith("<");
    }

    private void walk(JsonNode node, String at, int depth) {
        if (node.isNull() || depth > DEEPEST || types.size() > MOST) {
            return;
        }
        var inner = node.isTextual() ? nested(node.asText()) : Optional.<JsonNode>empty();
        if (!at.isEmpty() && !(xml && node.isArray())) {
            types.put(at, type(node));
        }
        if (inner.isPresent()) {
            walk(inner.get(), at + "/", depth + 1);
        } else if (node.isObject()) {
            node.properties().forEach(field -> walk(field.getValue(), at + '/' + key(field.getKey()), depth + 1));
        } else if (node.isArray()) {
            node.forEach(item -> walk(item, xml ? at : at + "/[]", depth + 1));
        }
    }

    private static String key(String name) {
        return KEY.matcher(name).find() ? ANY : name;
    }

    private String type(JsonNode node) {
        return xml ? XML : node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static Optional<JsonNode> nested(String text) {
        var start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[") && !start.startsWith("<")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Trees.read(text.getBytes(StandardCharsets.UTF_8)));
        } catch (UnreadableBody e) {
            return Optional.empty();
        }
    }
}
