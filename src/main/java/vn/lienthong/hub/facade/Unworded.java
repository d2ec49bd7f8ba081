package vn.lienthong.hub.facade;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A failure without its words. Messages of drivers and parsers quote rows and values, which are citizens' data; types,
 * SQL states and stack frames are not.
 */
final class Unworded extends Exception {
    private final String kind;

    Unworded(Throwable failure) {
        super(null, cause(failure), false, true);
        this.kind = failure instanceof SQLException sql
                ? failure.getClass().getName() + " [" + sql.getSQLState() + "]"
                : failure.getClass().getName();
        setStackTrace(failure.getStackTrace());
    }

    private static @Nullable Throwable cause(Throwable failure) {
        return failure.getCause() == null ? null : new Unworded(failure.getCause());
    }

    @Override
    public String toString() {
        return kind;
    }
}
