package vn.lienthong.hub.journey;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.delivery.Redelivery;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.security.Caller;

/** Tells journeys from the ledger, and does what people decide about them. */
@Component
class LedgerJourneys implements Journeys {
    private final JourneyRows rows;
    private final JourneyCatalogue catalogue;
    private final Proceeding proceeding;
    private final Redelivery deliveries;
    private final Deadlines deadlines;
    private final Audit audit;
    private final InstantSource clock;

    LedgerJourneys(
            JourneyRows rows,
            JourneyCatalogue catalogue,
            Proceeding proceeding,
            Redelivery deliveries,
            Deadlines deadlines,
            Audit audit,
            InstantSource clock) {
        this.rows = rows;
        this.catalogue = catalogue;
        this.proceeding = proceeding;
        this.deliveries = deliveries;
        this.deadlines = deadlines;
        this.audit = audit;
        this.clock = clock;
    }

    private record Found(Journey journey, Story story) {}

    private Optional<Found> found(String dossier) {
        return rows.find(dossier).map(begun -> {
            var journey = catalogue.pinned(begun.definition());
            return new Found(journey, proceeding.story(dossier, journey));
        });
    }

    @Override
    public Optional<JourneyView> find(String dossier) {
        return found(dossier).map(this::view);
    }

    @Override
    public JourneyView resume(String dossier, Caller by) {
        var found = found(dossier).orElseThrow(NotHeld::new);
        var held = found.story.parts().stream()
                .filter(part -> part.state() == PartStory.State.REFUSED)
                .findFirst()
                .filter(part -> found.story.stoppedAt() == null)
                .orElseThrow(NotHeld::new);
        audit.record(AuditRow.of(by.client(), "journey.resume", dossier)).join();
        skip(held);
        proceeding.start(dossier, found.journey, found.story, held, Objects.requireNonNull(held.startedAt()));
        return find(dossier).orElseThrow();
    }

    @Override
    public JourneyView stop(String dossier, String reason, Caller by) {
        var found = found(dossier).orElseThrow(NotHeld::new);
        var state = state(found.story);
        if (state == JourneyState.DONE || state == JourneyState.STOPPED) {
            throw new NotHeld();
        }
        audit.record(AuditRow.of(by.client(), "journey.stop", dossier)).join();
        found.story.parts().stream()
                .filter(part -> part.state() == PartStory.State.REFUSED)
                .forEach(this::skip);
        proceeding.stop(dossier, reason);
        return find(dossier).orElseThrow();
    }

    /** A refused order holds back no later one. */
    private void skip(PartStory part) {
        if (part.order() != null && part.part().system() != null) {
            deliveries.skip(part.part().system(), part.order());
        }
    }

    private JourneyState state(Story story) {
        return switch (Move.next(story, deadlines, clock.instant())) {
            case Move.Rest rest -> rest.state();
            case Move.Undo undo -> JourneyState.STOPPED;
            default -> JourneyState.RUNNING;
        };
    }

    private JourneyView view(Found found) {
        var now = clock.instant();
        return new JourneyView(
                found.journey.id(),
                found.journey.title(),
                found.journey.basis(),
                state(found.story),
                found.story.parts().stream().map(part -> view(part, now)).toList());
    }

    private JourneyView.Part view(PartStory story, Instant now) {
        var part = story.part();
        var dueAt = dueAt(story);
        return new JourneyView.Part(
                part.id(),
                part.title(),
                part.system(),
                story.state().name(),
                story.tries(),
                office(story.startedAt()),
                dueAt,
                office(story.endedAt()),
                dueAt != null && end(story, now).isAfter(dueAt.toInstant()),
                story.reason(),
                part.undo() == Journey.Undo.ORDER,
                part.undoBasis());
    }

    /** A part that was begun again still has the time that it began with first. */
    private @Nullable OffsetDateTime dueAt(PartStory story) {
        var startedAt = story.startedAt();
        return startedAt == null
                ? null
                : deadlines.reckon(story.part().due(), startedAt).dueAt();
    }

    private static Instant end(PartStory story, Instant now) {
        var ended = story.state() == PartStory.State.DONE ? story.endedAt() : null;
        return ended == null ? now : ended.toInstant();
    }

    private static @Nullable OffsetDateTime office(@Nullable OffsetDateTime time) {
        return time == null ? null : Times.inOffice(time.toInstant());
    }
}
