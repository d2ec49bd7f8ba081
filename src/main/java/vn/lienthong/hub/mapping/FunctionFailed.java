package vn.lienthong.hub.mapping;

import org.jspecify.annotations.Nullable;

/** A function of ours refused its arguments; the message quotes no content but a code that is missing in a list. */
final class FunctionFailed extends RuntimeException {
    private final @Nullable String list;

    FunctionFailed(String message) {
        this(message, null);
    }

    /** @param list that has no such code */
    FunctionFailed(String message, @Nullable String list) {
        super(message);
        this.list = list;
    }

    @Nullable
    String list() {
        return list;
    }
}
