package vn.lienthong.hub.check;

import vn.lienthong.hub.catalog.Mistake;

/** Mistakes of the hub's readers, as findings. */
final class Words {
    private Words() {}

    static Rule rule(Mistake mistake) {
        return switch (mistake.kind()) {
            case UNREADABLE -> Rule.FILE_UNREADABLE;
            case SYNTAX -> Rule.FILE_SYNTAX;
            case UNKNOWN_KEY -> Rule.KEY_UNKNOWN;
            case MISSING_KEY -> Rule.KEY_MISSING;
            case VALUE -> Rule.VALUE_WRONG;
            case TWICE -> Rule.KEY_TWICE;
            case REFERENCE -> Rule.REFERENCE_UNKNOWN;
            case DISORDER -> Rule.DATES_DISORDER;
            case RULE -> Rule.RULE_BROKEN;
        };
    }

    static Object[] subjects(Rule rule, Mistake mistake) {
        return switch (rule) {
            case KEY_UNKNOWN, KEY_MISSING, KEY_TWICE -> new Object[] {mistake.subject()};
            case VALUE_WRONG ->
                new Object[] {
                    mistake.subject(), mistake.known().isEmpty() ? mistake.what() : String.join(", ", mistake.known())
                };
            default -> new Object[] {mistake.what()};
        };
    }
}
