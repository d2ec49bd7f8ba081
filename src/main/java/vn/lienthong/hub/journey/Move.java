package vn.lienthong.hub.journey;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.deadline.Deadlines;

/** What a journey does next. */
sealed interface Move {
    /** The time of a part begins when the one before it was done. */
    record Start(PartStory part, OffsetDateTime at) implements Move {}

    /** Nobody waits any longer without a person having looked. */
    record GiveUp(PartStory part, OffsetDateTime at) implements Move {}

    record Undo(PartStory part) implements Move {}

    /** @param until look again then; null when only an entry can change anything */
    record Rest(JourneyState state, @Nullable Instant until) implements Move {}

    /** A function of the story and the clock alone. */
    static Move next(Story story, Deadlines deadlines, Instant now) {
        if (story.stoppedAt() != null) {
            return afterStop(story);
        }
        var begins = story.beganAt();
        for (var part : story.parts()) {
            switch (part.state()) {
                case DONE, UNDONE -> begins = Objects.requireNonNull(part.endedAt());
                case WAITING -> {
                    return new Start(part, begins);
                }
                case REFUSED -> {
                    return new Rest(JourneyState.HELD, null);
                }
                case RUNNING -> {
                    return waiting(part, deadlines, now);
                }
            }
        }
        return new Rest(JourneyState.DONE, null);
    }

    private static Move waiting(PartStory part, Deadlines deadlines, Instant now) {
        var patience = part.part().patience();
        if (patience == null) {
            return new Rest(JourneyState.RUNNING, null);
        }
        var end = deadlines
                .reckon(patience, Objects.requireNonNull(part.orderedAt()))
                .dueAt();
        return now.isBefore(end.toInstant()) ? new Rest(JourneyState.RUNNING, end.toInstant()) : new GiveUp(part, end);
    }

    /** The last one first, as far as the law allows. */
    private static Move afterStop(Story story) {
        return story.parts().reversed().stream()
                .filter(part -> part.part().undo() == Journey.Undo.ORDER)
                .filter(part -> part.state() == PartStory.State.DONE || part.state() == PartStory.State.RUNNING)
                .findFirst()
                .<Move>map(Undo::new)
                .orElseGet(() -> new Rest(JourneyState.STOPPED, null));
    }
}
