package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import vn.lienthong.hub.json.Json;

/**
 * The first place where what came out is not what was expected.
 *
 * @param pointer into what was expected
 */
public record Difference(String pointer, String what) {

    static Optional<Difference> between(JsonNode expected, JsonNode made) {
        return between(expected, made, "");
    }

    private static Optional<Difference> between(JsonNode expected, JsonNode made, String at) {
        if (expected.isObject() && made.isObject()) {
            var names = new TreeSet<String>();
            expected.fieldNames().forEachRemaining(names::add);
            made.fieldNames().forEachRemaining(names::add);
            return names.stream()
                    .flatMap(name -> between(expected.path(name), made.path(name), at + "/" + escaped(name)).stream())
                    .findFirst();
        }
        if (expected.isArray() && made.isArray() && expected.size() == made.size()) {
            for (int i = 0; i < expected.size(); i++) {
                var difference = between(expected.get(i), made.get(i), at + "/" + i);
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return Optional.empty();
        }
        return same(expected, made)
                ? Optional.empty()
                : Optional.of(new Difference(at, "is %s, not %s".formatted(text(made), text(expected))));
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.isMissingNode() == other.isMissingNode()
                && (one.isMissingNode() || Arrays.equals(Json.canonical(one), Json.canonical(other)));
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() ? "absent" : Json.text(node);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
