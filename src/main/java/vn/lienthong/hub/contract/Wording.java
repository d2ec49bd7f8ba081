package vn.lienthong.hub.contract;

import com.networknt.schema.ValidationMessage;
import java.util.regex.Pattern;

/** Says which rule was broken. The validator's own sentences are not used: some of them quote the value. */
final class Wording {
    /** A field name that can be repeated to its author; a citizen's number or name as a field name cannot. */
    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    private Wording() {}

    static Violation of(ValidationMessage broken) {
        var rule = broken.getType();
        return new Violation(pointer(broken, rule), rule, message(broken, rule));
    }

    private static String pointer(ValidationMessage broken, String rule) {
        var at = broken.getInstanceLocation().toString();
        var field = broken.getProperty();
        return switch (rule) {
            case "required", "dependentRequired" -> at + "/" + field;
            case "additionalProperties", "unevaluatedProperties" ->
                field != null && FIELD.matcher(field).matches() ? at + "/" + field : at;
            default -> at;
        };
    }

    private static String message(ValidationMessage broken, String rule) {
        var limit = broken.getSchemaNode();
        return switch (rule) {
            case "required", "dependentRequired" -> "is required";
            case "additionalProperties", "unevaluatedProperties" -> "is not a field of the contract";
            case "false" -> "does not belong to this kind of event";
            case "type" -> "must be of type " + plain(limit);
            case "enum" -> "must be one of " + plain(limit);
            case "const" -> "must be " + plain(limit);
            case "pattern" -> "must match " + plain(limit);
            case "format" -> "must be a " + plain(limit);
            case "minLength" -> "must have at least " + plain(limit) + " characters";
            case "maxLength" -> "must have at most " + plain(limit) + " characters";
            case "minimum" -> "must be at least " + plain(limit);
            case "maximum" -> "must be at most " + plain(limit);
            case "minItems" -> "must have at least " + plain(limit) + " items";
            case "maxItems" -> "must have at most " + plain(limit) + " items";
            case "maxProperties" -> "must have at most " + plain(limit) + " fields";
            default -> "breaks the rule " + rule;
        };
    }

    private static String plain(com.fasterxml.jackson.databind.JsonNode limit) {
        return limit.isTextual() ? limit.textValue() : limit.toString();
    }
}
