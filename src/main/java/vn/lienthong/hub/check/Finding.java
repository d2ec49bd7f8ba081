package vn.lienthong.hub.check;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that is wrong.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param suggestion what was probably meant
 */
public record Finding(Path file, int line, int column, Rule rule, String en, String vi, Optional<String> suggestion)
        implements Comparable<Finding> {
    /** Without the line number of a word twice on one line. */
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::file)
            .thenComparingInt(Finding::line)
            .thenComparingInt(Finding::column)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::en);

    private static final Locale VIETNAMESE = Locale.of("vi");

    public Severity severity() {
        return rule.severity();
    }

    /** The text in a language, English where it is not Vietnamese. */
    public String text(Locale language) {
        return language.getLanguage().equals(VIETNAMESE.getLanguage()) ? vi : en;
    }

    /** One line, as editors and build logs know it: {@code file:line:column: severity code: text}. */
    public String line(Locale language) {
        var question = language.getLanguage().equals(VIETNAMESE.getLanguage()) ? " (ý là %s?)" : " (did you mean %s?)";
        return "%s:%d:%d: %s %s: %s%s"
                .formatted(
                        file,
                        line,
                        column,
                        severity().word(),
                        rule.code(),
                        text(language),
                        suggestion.map(question::formatted).orElse(""));
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return line(Locale.ENGLISH);
    }
}
