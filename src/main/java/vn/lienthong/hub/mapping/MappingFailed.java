package vn.lienthong.hub.mapping;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sound mapping met content it cannot translate; says which file and, where known, which line, never which content:
 * JSLT quotes what it stumbles over, so its own exception is not kept as a cause.
 */
public final class MappingFailed extends RuntimeException {
    private final @Nullable String list;

    MappingFailed(String message) {
        this(message, null);
    }

    MappingFailed(String message, @Nullable String list) {
        super(message);
        this.list = list;
    }

    /** The list that lacks a code, where that is the reason. */
    public Optional<String> list() {
        return Optional.ofNullable(list);
    }
}
