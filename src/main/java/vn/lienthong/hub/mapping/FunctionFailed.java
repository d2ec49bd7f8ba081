package vn.lienthong.hub.mapping;

import org.jspecify.annotations.Nullable;

/** A function of ours refused its arguments; the message quotes no content but a code that is missing in a table. */
final class FunctionFailed extends RuntimeException {
    private final @Nullable String table;

    FunctionFailed(String message) {
        this(message, null);
    }

    /** @param table that has no such entry */
    FunctionFailed(String message, @Nullable String table) {
        super(message);
        this.table = table;
    }

    @Nullable
    String table() {
        return table;
    }
}
