package vn.lienthong.hub.pack;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.OutcomeRule;
import vn.lienthong.hub.catalog.Place;

/**
 * What came of one golden example or one case.
 *
 * @param mapping of an example
 * @param shows what a case shows
 * @param place where what was expected stands
 * @param differences from what was expected; none when it passed
 * @param rules of the card that answers were read by
 * @param calls what went over the wire, one line each
 */
public record TestResult(
        String system,
        @Nullable String mapping,
        PackTest.@Nullable Shows shows,
        String name,
        Place place,
        List<Difference> differences,
        Set<OutcomeRule> rules,
        List<String> calls,
        Duration took) {

    public boolean passed() {
        return differences.isEmpty();
    }

    public boolean isExample() {
        return mapping != null;
    }
}
