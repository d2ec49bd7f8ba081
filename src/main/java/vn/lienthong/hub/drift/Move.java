package vn.lienthong.hub.drift;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is not as it was. Names of fields, types and codes; never a value.
 *
 * @param where such as {@code /data/maHoSo}; empty where there is but one place
 */
public record Move(
        What what,
        String where,
        @Nullable String before,
        @Nullable String now) {
    public enum What {
        /** A field that was never there. */
        NEW,
        /** A field that always was. */
        GONE,
        /** A field of another type. */
        TYPE,
        /** A code that neither card nor catalogue explains. */
        CODE,
        CERTIFICATE,
        /** In seconds. */
        CLOCK
    }
}
