package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether one tree is a part of another: its fields are there, its items are among the items, its values are equal. */
final class Part {
    private Part() {}

    /** Every place of the part that the whole has not, as a JSON pointer with what stands there instead. */
    static List<String> missing(JsonNode part, @Nullable JsonNode whole) {
        var missing = new ArrayList<String>();
        compare(part, whole, "answer", missing);
        return missing;
    }

    private static void compare(JsonNode part, @Nullable JsonNode whole, String at, List<String> missing) {
        if (part.isObject() && whole != null && whole.isObject()) {
            part.properties()
                    .forEach(field ->
                            compare(field.getValue(), whole.get(field.getKey()), at + "/" + field.getKey(), missing));
        } else if (part.isArray() && whole != null && whole.isArray()) {
            for (int i = 0; i < part.size(); i++) {
                if (!has(whole, part.get(i))) {
                    missing.add("%s/%d is not among %s".formatted(at, i, whole));
                }
            }
        } else if (!equal(part, whole)) {
            missing.add("%s is %s, not %s".formatted(at, whole, part));
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
