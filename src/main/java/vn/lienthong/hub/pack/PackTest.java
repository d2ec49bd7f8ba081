package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import vn.lienthong.hub.catalog.Place;

/**
 * One case of {@code integration/<id>/tests.yaml}: a call of the system's route, and what must come of it.
 *
 * @param place of the case in its file
 * @param after calls made first, all of which the system must take
 * @param faults switches of the simulator that are on during the call, not before it
 */
public record PackTest(
        String name,
        Shows shows,
        Place place,
        PackCall call,
        List<PackCall> after,
        Map<String, JsonNode> faults,
        Expected expect) {

    /** What every pack must have a case of. */
    public enum Shows {
        SUCCESS,
        REFUSAL,
        /** No answer, or none that says whether it was done. */
        SILENCE,
        /** The same once more. */
        DUPLICATE,
        /** An answer that nobody can read. */
        MALFORMED
    }

    @Override
    public String toString() {
        return name;
    }
}
