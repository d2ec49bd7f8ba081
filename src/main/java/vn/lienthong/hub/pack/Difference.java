package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import vn.lienthong.hub.json.Json;

/**
 * One place where what came out is not what was expected.
 *
 * @param pointer into what was expected
 */
public record Difference(String pointer, String expected, String actual) {

    /** In words. */
    public String what() {
        return "is %s, not %s".formatted(actual, expected);
    }

    /** Every one, in the order of the names of fields. */
    static List<Difference> between(JsonNode expected, JsonNode made) {
        var found = new ArrayList<Difference>();
        compare(expected, made, "", found);
        return found;
    }

    private static void compare(JsonNode expected, JsonNode made, String at, List<Difference> found) {
        if (expected.isObject() && made.isObject()) {
            var names = new TreeSet<String>();
            expected.fieldNames().forEachRemaining(names::add);
            made.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(expected.path(name), made.path(name), at + "/" + escaped(name), found));
        } else if (expected.isArray() && made.isArray() && expected.size() == made.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(expected.get(i), made.get(i), at + "/" + i, found);
            }
        } else if (!same(expected, made)) {
            found.add(new Difference(at, text(expected), text(made)));
        }
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
