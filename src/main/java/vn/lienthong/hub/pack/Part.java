package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;

/** Whether one tree is a part of another: its fields are there, its items are among the items, its values are equal. */
final class Part {
    private Part() {}

    /** Every place of the part that the whole has not, with what stands there instead. */
    static List<Difference> missing(JsonNode part, @Nullable JsonNode whole) {
        var missing = new ArrayList<Difference>();
        compare(part, whole, "/answer", missing);
        return missing;
    }

    private static void compare(JsonNode part, @Nullable JsonNode whole, String at, List<Difference> missing) {
        if (part.isObject() && whole != null && whole.isObject()) {
            part.properties()
                    .forEach(field ->
                            compare(field.getValue(), whole.get(field.getKey()), at + "/" + field.getKey(), missing));
        } else if (part.isArray() && whole != null && whole.isArray()) {
            for (int i = 0; i < part.size(); i++) {
                if (!has(whole, part.get(i))) {
                    missing.add(new Difference(at + "/" + i, Json.text(part.get(i)), "not among " + Json.text(whole)));
                }
            }
        } else if (!equal(part, whole)) {
            missing.add(new Difference(at, Json.text(part), whole == null ? "absent" : Json.text(whole)));
        }
    }

    private static boolean has(JsonNode items, JsonNode part) {
        return items.valueStream().anyMatch(item -> missing(part, item).isEmpty());
    }

    private static boolean equal(JsonNode part, @Nullable JsonNode whole) {
        return whole != null
                && (part.isNumber() && whole.isNumber()
                        ? part.decimalValue().compareTo(whole.decimalValue()) == 0
                        : part.equals(whole));
    }
}
