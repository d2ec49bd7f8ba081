package vn.lienthong.hub.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Things that are JSON and yet cannot be kept or sent on: U+0000 and halves of surrogate pairs (no database and no XML
 * takes them), numbers of astronomic size, and so many values that judging them would be the attack.
 */
final class Storable {
    private static final int MOST_VALUES = 20_000;
    private static final int MOST_DIGITS = 100;

    private final List<Violation> violations = new ArrayList<>();
    private int values;

    private Storable() {}

    static List<Violation> violations(JsonNode body) {
        var check = new Storable();
        check.visit(body, JsonPointer.empty());
        if (check.values > MOST_VALUES) {
            return List.of(new Violation("", "maxValues", "has more than " + MOST_VALUES + " values"));
        }
        return check.violations;
    }

    private void visit(JsonNode node, JsonPointer at) {
        if (++values > MOST_VALUES) {
            return;
        }
        switch (node.getNodeType()) {
            case OBJECT -> visitFields(node, at);
            case ARRAY -> visitItems(node, at);
            case STRING -> requireText(node.textValue(), at);
            case NUMBER -> requireNumber(node, at);
            default -> {}
        }
    }

    private void visitFields(JsonNode object, JsonPointer at) {
        for (var field : object.properties()) {
            if (isText(field.getKey())) {
                visit(field.getValue(), at.appendProperty(field.getKey()));
            } else {
                violations.add(new Violation(at.toString(), "characters", "a field name has a forbidden character"));
            }
        }
    }

    private void visitItems(JsonNode array, JsonPointer at) {
        for (var i = 0; i < array.size(); i++) {
            visit(array.get(i), at.appendIndex(i));
        }
    }

    private void requireText(String text, JsonPointer at) {
        if (!isText(text)) {
            violations.add(new Violation(at.toString(), "characters", "has a forbidden character"));
        }
    }

    private void requireNumber(JsonNode number, JsonPointer at) {
        if (number.isBigDecimal() || number.isBigInteger()) {
            var value = number.decimalValue();
            if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
                violations.add(new Violation(at.toString(), "digits", "has more than " + MOST_DIGITS + " digits"));
            }
        }
    }

    private static boolean isText(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                if (c == 0 || !Character.isSurrogatePair(c, i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
