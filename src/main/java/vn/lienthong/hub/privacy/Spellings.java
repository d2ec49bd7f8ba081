package vn.lienthong.hub.privacy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How else the same thing may be written: without diacritics, in capitals, split by blanks, in another notation. */
final class Spellings {
    /** What may stand between two letters or digits. */
    private static final String GAP = "[\\s._,\\-]{0,3}";

    private static final Pattern NO_SIGN = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D");
    private static final Pattern COUNTRY = Pattern.compile("^(0084|84|0)");
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2}).*|(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final int SHORTEST_NUMBER = 6;

    private Spellings() {}

    /** Matches every spelling in a {@link Folding folded} text; empty where the value is too short to be looked for. */
    static Optional<Pattern> of(PersonalValues.Value value) {
        var text = Folding.of(value.text()).text();
        return switch (value.kind()) {
            case PHONE ->
                number(
                        COUNTRY.matcher(NO_DIGIT.matcher(text).replaceAll("")).replaceFirst(""),
                        "(?:\\+?(?:00)?84|0)?" + GAP);
            case ID ->
                NO_DIGIT.matcher(text).replaceAll("").length() < SHORTEST_NUMBER
                        ? letters(text)
                        : number(NO_SIGN.matcher(text).replaceAll(""), "");
            case DATE -> date(text).map(Spellings::notations);
            case EMAIL -> Optional.of(Pattern.compile(Pattern.quote(text)));
            case NAME, ADDRESS -> letters(text);
        };
    }

    private static Optional<Pattern> number(String digits, String before) {
        return digits.length() < SHORTEST_NUMBER
                ? Optional.empty()
                : Optional.of(Pattern.compile(before + spread(digits)));
    }

    private static Optional<Pattern> letters(String text) {
        var bare = NO_SIGN.matcher(text).replaceAll("");
        return bare.length() < 3
                ? Optional.empty()
                : Optional.of(Pattern.compile("(?<![a-z0-9])" + spread(bare) + "(?![a-z0-9])"));
    }

    private static String spread(String text) {
        return text.chars().mapToObj(Character::toString).map(Pattern::quote).collect(Collectors.joining(GAP));
    }

    static Optional<LocalDate> date(String text) {
        var found = DATE.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    found.group(1) != null
                            ? LocalDate.of(number(found.group(1)), number(found.group(2)), number(found.group(3)))
                            : LocalDate.of(number(found.group(6)), number(found.group(5)), number(found.group(4))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static Pattern notations(LocalDate date) {
        var day = "0?" + date.getDayOfMonth();
        var month = "0?" + date.getMonthValue();
        var between = "(?:\\s?[/.\\-]\\s?|\\s+thang\\s+|\\s+nam\\s+|\\s+)";
        return Pattern.compile(
                "(?<!\\d)(?:%1$s%4$s%2$s%4$s%3$s|%3$s%4$s%2$s%4$s%1$s|%5$02d%6$02d%3$s|%3$s%6$02d%5$02d)(?!\\d)"
                        .formatted(
                                day,
                                month,
                                "%04d".formatted(date.getYear()),
                                between,
                                date.getDayOfMonth(),
                                date.getMonthValue()));
    }
}
