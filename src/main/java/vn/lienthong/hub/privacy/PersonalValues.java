package vn.lienthong.hub.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Everything personal that the fields of a message hold, to be found again wherever it is written. */
final class PersonalValues {
    /** An official area such as {@code 31} or {@code VN}, and what is too short to be looked for in texts. */
    private static final Pattern CODE = Pattern.compile("[0-9]{0,5}|[A-Za-z]{0,2}");

    private static final Pattern PARTS = Pattern.compile("[,;]");
    private static final int SHORTEST_PART = 5;
    /** An area of thousands is nobody's address. */
    private static final Pattern AREA =
            Pattern.compile("(xa|phuong|thi tran|thi xa|huyen|quan|tinh|thanh pho|tp\\.?|dac khu) .*");

    private final Set<Value> values = new LinkedHashSet<>();

    /** @param text as its field has it */
    record Value(FieldKind kind, String text) {}

    static PersonalValues of(JsonNode message) {
        var found = new PersonalValues();
        found.collect(message, List.of(), "");
        return found;
    }

    private void collect(JsonNode node, List<String> within, String field) {
        if (node.isObject()) {
            node.properties().forEach(inner -> collect(inner.getValue(), inside(within, field), inner.getKey()));
        } else if (node.isArray()) {
            node.forEach(item -> collect(item, within, field));
        } else if (node.isValueNode() && !node.isNull() && !node.isBoolean()) {
            FieldKind.of(within, field)
                    .ifPresent(kind -> add(kind, node.asText().strip()));
        }
    }

    static List<String> inside(List<String> within, String field) {
        if (field.isEmpty()) {
            return within;
        }
        var inner = new ArrayList<>(within);
        inner.add(field);
        return inner;
    }

    private void add(FieldKind kind, String text) {
        if (CODE.matcher(text).matches()) {
            return;
        }
        values.add(new Value(kind, text));
        if (kind == FieldKind.ADDRESS) {
            PARTS.splitAsStream(text)
                    .map(String::strip)
                    .filter(part -> part.length() >= SHORTEST_PART)
                    .filter(part -> !AREA.matcher(Folding.of(part).text()).matches())
                    .forEach(part -> values.add(new Value(kind, part)));
        }
    }

    /** Longest first, so that a part never spoils the whole. */
    List<Value> all() {
        return values.stream()
                .sorted(Comparator.comparingInt((Value value) -> -value.text.length()))
                .toList();
    }
}
