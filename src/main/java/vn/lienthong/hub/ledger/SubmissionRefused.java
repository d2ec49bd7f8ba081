package vn.lienthong.hub.ledger;

import org.jspecify.annotations.Nullable;

/** A caller's mistake; nothing was recorded. Neither code nor detail quotes what the caller wrote. */
public final class SubmissionRefused extends RuntimeException {
    private final String code;
    private final int status;
    private final @Nullable String pointer;

    /**
     * @param code stable, {@code <whose>.<reason>}
     * @param status the HTTP status that says the same
     * @param pointer JSON pointer to the field, where one is to blame
     */
    public SubmissionRefused(String code, int status, String detail, @Nullable String pointer) {
        super(detail, null, false, false);
        this.code = code;
        this.status = status;
        this.pointer = pointer;
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    public String detail() {
        return java.util.Objects.requireNonNull(getMessage());
    }

    public @Nullable String pointer() {
        return pointer;
    }
}
