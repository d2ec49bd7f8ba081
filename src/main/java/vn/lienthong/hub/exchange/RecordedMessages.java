package vn.lienthong.hub.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.security.Caller;

/** What systems were told, for those who try what other mappings would make of it. */
public interface RecordedMessages {
    /**
     * Which ones.
     *
     * @param since sent then or later
     * @param after the delivery to go on behind
     */
    record Asked(OffsetDateTime since, @Nullable String system, long after, int most, String purpose) {}

    /** One delivery, with the message that every attempt of it was made from. */
    record Recorded(long delivery, String system, String dossier, String operation, JsonNode message) {}

    /**
     * A page of them.
     *
     * @param next the delivery to go on behind; absent when there are no more
     */
    record Page(List<Recorded> items, @Nullable Long next) {}

    /** As they are: who asked and why is on record before they are given. Those outside the caller's units are left out. */
    Page read(Asked asked, Caller caller);
}
