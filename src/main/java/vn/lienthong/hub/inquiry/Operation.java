package vn.lienthong.hub.inquiry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a system does for the hub, and how it is tried out.
 *
 * @param name of the operation or question
 * @param verb of the route
 */
public record Operation(String name, String verb, Way way) {
    /** How it is tried. */
    public enum Way {
        /** Really: it changes nothing there. */
        CALL,
        /** Up to the place where the hub would call out: it changes something there, or nobody knows. */
        REHEARSAL
    }

    /**
     * What came of trying it.
     *
     * @param reached of a call
     * @param mapped of a rehearsal: what would have been sent
     * @param failure of a rehearsal: why nothing would be sent
     */
    public record Tried(
            Way way,
            @Nullable Reached reached,
            List<JsonNode> mapped,
            @Nullable String failure) {}
}
