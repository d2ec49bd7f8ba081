package vn.lienthong.hub.catalog;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an answer of a system means. Real systems answer 200 with an error inside, or decide by reply text, so the
 * meaning is data; the first rule whose conditions all hold wins. Absent conditions hold.
 *
 * @param http status numbers
 * @param code the system's own codes
 * @param text pieces of reply text, one of which is contained, whatever the case
 * @param present what a probe found
 * @param platformFault the sharing platform answered, not the system
 */
public record OutcomeRule(
        Set<Integer> http,
        Set<String> code,
        List<String> text,
        @Nullable Boolean present,
        @Nullable Boolean platformFault,
        Meaning is) {

    public enum Meaning {
        ACKNOWLEDGED,
        REFUSED,
        UNREACHABLE,
        UNCERTAIN,
        UNAUTHENTICATED,
        ABSENT
    }
}
