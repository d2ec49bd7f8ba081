package vn.lienthong.hub.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.journey.Journey.Part;

/**
 * How far one part has come.
 *
 * @param tries how often it was begun
 * @param order the entry that began it last
 * @param startedAt when its time began: with the end of the part before it, however late anybody heard of that
 * @param orderedAt when the hub began it, from when it is waited for
 * @param gives what later parts need of it, such as a number that was issued
 */
record PartStory(
        Part part,
        State state,
        int tries,
        @Nullable UUID order,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime orderedAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable String reason,
        @Nullable JsonNode gives) {

    /** The life of a part. */
    enum State {
        WAITING,
        RUNNING,
        DONE,
        /** It was refused, or nobody answered for too long: a person decides how to go on. */
        REFUSED,
        /** It was ordered to be taken back. */
        UNDONE
    }

    static PartStory of(Part part) {
        return new PartStory(part, State.WAITING, 0, null, null, null, null, null, null);
    }

    PartStory started(UUID by, OffsetDateTime at, OffsetDateTime ordered) {
        return new PartStory(part, State.RUNNING, tries + 1, by, at, ordered, null, null, null);
    }

    /** Also of one that was given up: it has happened, whoever had stopped waiting. */
    PartStory done(OffsetDateTime at, @Nullable JsonNode given) {
        return state == State.UNDONE
                ? this
                : new PartStory(part, State.DONE, tries, order, startedAt, orderedAt, at, null, given);
    }

    PartStory refused(OffsetDateTime at, @Nullable String why) {
        return state == State.RUNNING
                ? new PartStory(part, State.REFUSED, tries, order, startedAt, orderedAt, at, why, null)
                : this;
    }

    PartStory undone(OffsetDateTime at) {
        return new PartStory(part, State.UNDONE, tries, order, startedAt, orderedAt, at, null, gives);
    }
}
