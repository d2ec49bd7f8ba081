package vn.lienthong.hub.journey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.delivery.Duties;
import vn.lienthong.hub.delivery.Duty;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.ledger.Submission;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.Roles;
import vn.lienthong.hub.security.UnitScope;

/**
 * Process Manager: reads what has happened to a dossier, and adds to the ledger what follows from it. Each addition has a
 * key of its own, so that doing it twice, by this node or by another, does it once.
 */
@Component
class Proceeding {
    private static final Caller HUB = new Caller("hub:journey", Set.of(Roles.SYSTEM), UnitScope.EVERYWHERE);
    /** No dossier has as many; beyond it something reports in a circle. */
    private static final int MOST_ENTRIES = 10_000;

    private final JourneyRows rows;
    private final JourneyCatalogue catalogue;
    private final Ledger ledger;
    private final Duties duties;
    private final Deadlines deadlines;
    private final JourneySettings settings;
    private final InstantSource clock;

    Proceeding(
            JourneyRows rows,
            JourneyCatalogue catalogue,
            Ledger ledger,
            Duties duties,
            Deadlines deadlines,
            JourneySettings settings,
            InstantSource clock) {
        this.rows = rows;
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.duties = duties;
        this.deadlines = deadlines;
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes one journey as far as it goes now; false when none is to be looked at. */
    boolean next() {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var claimed = rows.claim(now, settings.patience());
        if (claimed.isEmpty()) {
            return false;
        }
        var dossier = claimed.get().dossier();
        var journey = catalogue.pinned(claimed.get().definition());
        var rest = go(dossier, journey);
        rows.rest(dossier, rest.state(), rest.until(), now.plus(settings.patience()));
        return true;
    }

    private Move.Rest go(String dossier, Journey journey) {
        while (true) {
            var story = story(dossier, journey);
            if (heardOfDelivery(dossier, journey, story)) {
                continue;
            }
            switch (Move.next(story, deadlines, clock.instant())) {
                case Move.Start start -> start(dossier, journey, story, start.part(), start.at());
                case Move.GiveUp end ->
                    append(dossier, EntryKind.PART_REFUSED, end.part(), ended(journey, end.part(), now(), "timed-out"));
                case Move.Undo undo -> undo(dossier, journey, story, undo.part());
                case Move.Rest rest -> {
                    return rest;
                }
            }
        }
    }

    Story story(String dossier, Journey journey) {
        var entries = ledger.entries(dossier, 0, MOST_ENTRIES);
        return Story.of(journey, entries.getLast().receivedAt(), entries);
    }

    /** Begins a part, again where it was refused. */
    void start(String dossier, Journey journey, Story story, PartStory part, OffsetDateTime at) {
        var body = body(EntryKind.PART_STARTED, journey, part, at);
        body.withObject("/part").put("try", part.tries() + 1);
        body.set("given", given(story));
        address(body, part);
        append(dossier, EntryKind.PART_STARTED, part, body);
    }

    private void undo(String dossier, Journey journey, Story story, PartStory part) {
        var body = body(EntryKind.PART_UNDONE, journey, part, now());
        body.put("reason", part.part().undoBasis());
        body.set("given", given(story));
        address(body, part);
        append(dossier, EntryKind.PART_UNDONE, part, body);
    }

    private static void address(ObjectNode body, PartStory part) {
        if (part.part().system() != null) {
            body.put("system", part.part().system());
        }
    }

    /** What the parts before have given, by the id of the part. */
    private static ObjectNode given(Story story) {
        var given = Json.MAPPER.createObjectNode();
        story.parts().stream()
                .filter(part -> part.gives() != null)
                .forEach(part -> given.set(part.part().id(), part.gives()));
        return given;
    }

    /** The system took the order of a part, or will never take it; told again of either, nothing is new. */
    private boolean heardOfDelivery(String dossier, Journey journey, Story story) {
        for (var part : story.parts()) {
            if (part.part().system() == null || part.order() == null) {
                continue;
            }
            var duty = duties.find(part.order(), part.part().system());
            if (duty.isPresent() && heard(dossier, journey, part, duty.get())) {
                return true;
            }
        }
        return false;
    }

    private boolean heard(String dossier, Journey journey, PartStory part, Duty duty) {
        if (duty.isDelivered() && part.part().ends() == Journey.Ends.DELIVERY && isNews(part, duty)) {
            var at = Objects.requireNonNull(duty.acknowledgedAt());
            append(dossier, EntryKind.PART_DONE, part, body(EntryKind.PART_DONE, journey, part, at));
            return true;
        }
        if (duty.isRefused() && part.state() == PartStory.State.RUNNING) {
            append(dossier, EntryKind.PART_REFUSED, part, ended(journey, part, now(), duty.code()));
            return true;
        }
        return false;
    }

    /** An order that was refused or given up may have been repaired since, and has arrived after all. */
    private static boolean isNews(PartStory part, Duty duty) {
        return switch (part.state()) {
            case RUNNING -> true;
            case REFUSED -> Objects.requireNonNull(duty.acknowledgedAt()).isAfter(part.endedAt());
            case WAITING, DONE, UNDONE -> false;
        };
    }

    private static ObjectNode ended(Journey journey, PartStory part, OffsetDateTime at, @Nullable String reason) {
        return body(EntryKind.PART_REFUSED, journey, part, at).put("reason", reason);
    }

    private static ObjectNode body(EntryKind kind, Journey journey, PartStory part, OffsetDateTime at) {
        var body = Json.MAPPER
                .createObjectNode()
                .put("event", kind.word())
                .put("occurredAt", Times.text(Times.inOffice(at.toInstant())));
        body.putObject("part")
                .put("id", part.part().id())
                .put("title", part.part().title())
                .put("journey", journey.id());
        return body;
    }

    void append(String dossier, EntryKind kind, PartStory part, ObjectNode body) {
        var key = "%s/%s/%s/%d".formatted(dossier, part.part().id(), kind.word(), part.tries());
        ledger.append(new Submission(HUB, key, dossier, kind, body)).join();
    }

    void stop(String dossier, String reason) {
        var body = Json.MAPPER
                .createObjectNode()
                .put("event", EntryKind.JOURNEY_STOPPED.word())
                .put("occurredAt", Times.text(now()))
                .put("reason", reason);
        ledger.append(new Submission(HUB, dossier + "/stopped", dossier, EntryKind.JOURNEY_STOPPED, body))
                .join();
    }

    private OffsetDateTime now() {
        return Times.inOffice(clock.instant());
    }
}
