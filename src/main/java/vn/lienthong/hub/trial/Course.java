package vn.lienthong.hub.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a dossier after its registration, oldest first.
 *
 * @param settledAt when it had its result or ended without one; absent while it is open
 */
record Course(List<ObjectNode> events, @Nullable OffsetDateTime settledAt) {

    /** Events in their order, each with its moment. */
    static Course of(List<ObjectNode> events, List<OffsetDateTime> moments, boolean settles) {
        var dated = new ArrayList<ObjectNode>(events.size());
        for (int i = 0; i < events.size(); i++) {
            dated.add(events.get(i).put("occurredAt", Wire.time(moments.get(i))));
        }
        return new Course(dated, settles ? moments.getLast() : null);
    }

    Course and(ObjectNode event, OffsetDateTime at) {
        var more = new ArrayList<>(events);
        more.add(event.put("occurredAt", Wire.time(at)));
        return new Course(more, settledAt);
    }
}
