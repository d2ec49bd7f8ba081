package vn.lienthong.hub.catalog;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * One thing that is wrong in a file.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param subject the key or the value in question; empty where it is neither
 * @param known what could stand there instead, where that is a closed list
 */
public record Mistake(Path file, int line, int column, Kind kind, String subject, String what, List<String> known)
        implements Comparable<Mistake> {
    /** On one line they stay in the order in which they were found. */
    private static final Comparator<Mistake> ORDER =
            Comparator.comparing(Mistake::file).thenComparingInt(Mistake::line);

    /** What sort of mistake it is. */
    public enum Kind {
        /** The file cannot be read at all. */
        UNREADABLE,
        /** The file is not of its language. */
        SYNTAX,
        UNKNOWN_KEY,
        MISSING_KEY,
        /** What stands there is not what may stand there. */
        VALUE,
        TWICE,
        /** It names what there is not. */
        REFERENCE,
        /** Two times overlap, or stand in disorder. */
        DISORDER,
        /** It breaks a rule beyond the form of the file. */
        RULE
    }

    @Override
    public int compareTo(Mistake other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "%s:%d: %s".formatted(file, line, what);
    }
}
