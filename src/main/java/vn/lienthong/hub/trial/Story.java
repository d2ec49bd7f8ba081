package vn.lienthong.hub.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One dossier with all that happens to it.
 *
 * @param field of its procedure, e.g. HT
 * @param registration as it is sent to the hub
 * @param events as they are sent afterwards, in this order
 * @param settledAt when it had its result or ended without one; absent while it is open
 * @param restamped whether another system is to restart its clock
 */
public record Story(
        String code,
        String field,
        String channel,
        OffsetDateTime dueAt,
        ObjectNode registration,
        List<ObjectNode> events,
        @Nullable OffsetDateTime settledAt,
        boolean restamped) {
    public boolean online() {
        return "online".equals(channel);
    }

    public boolean settled() {
        return settledAt != null;
    }

    public boolean settledInTime() {
        return settledAt != null && settledAt.isBefore(dueAt);
    }

    /** The registration and the events. */
    public int messages() {
        return 1 + events.size();
    }
}
