package vn.lienthong.hub.mapping;

/**
 * A sound mapping met content it cannot translate; says which file and, where known, which line, never which content:
 * JSLT quotes what it stumbles over, so its own exception is not kept as a cause.
 */
public final class MappingFailed extends RuntimeException {
    MappingFailed(String message) {
        super(message);
    }
}
