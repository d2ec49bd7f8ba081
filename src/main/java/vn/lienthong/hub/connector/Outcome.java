package vn.lienthong.hub.connector;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What an attempt told us. Expected answers of a system are values, not exceptions. */
public sealed interface Outcome {
    /** The system's own code, or one of ours ({@code hub.…}) where it gave none. */
    @Nullable
    String code();

    /** Its words, kept for people; may be quoted on a screen, never in a log. */
    @Nullable
    String text();

    /** The fault is in the sharing platform on the way, not in the system. */
    default boolean platform() {
        return false;
    }

    default String word() {
        return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * It has it.
     *
     * @param storedTimes the times it says it stored, by name
     */
    record Acknowledged(
            @Nullable String code,
            @Nullable String text,
            @Nullable String receipt,
            @Nullable JsonNode storedTimes,
            @Nullable JsonNode answer)
            implements Outcome {}

    /** It will never take this content. */
    record Refused(@Nullable String code, @Nullable String text) implements Outcome {}

    /** It surely did not get it. */
    record Unreachable(@Nullable String code, @Nullable String text, boolean platform) implements Outcome {}

    /** It may have got it. */
    record Uncertain(@Nullable String code, @Nullable String text, boolean platform) implements Outcome {
        public Uncertain(@Nullable String code, @Nullable String text) {
            this(code, text, false);
        }
    }

    /**
     * Asked, it says that it has it not.
     *
     * @param storedTimes what it has of the dossier, if it has the dossier and only not this entry
     */
    record Absent(
            @Nullable String code,
            @Nullable String text,
            @Nullable JsonNode storedTimes) implements Outcome {
        public Absent(@Nullable String code, @Nullable String text) {
            this(code, text, null);
        }
    }
}
