package vn.lienthong.hub.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.ledger.Entry;
import vn.lienthong.hub.ledger.EntryKind;

/**
 * A journey as the entries of its dossier tell it, and nothing else: whoever reads them comes to the same story.
 *
 * @param beganAt the reception of the dossier
 * @param stoppedAt when it was stopped, or the dossier ended without a result
 */
record Story(
        List<PartStory> parts,
        OffsetDateTime beganAt,
        @Nullable OffsetDateTime stoppedAt) {

    static Story of(Journey journey, OffsetDateTime receivedAt, List<Entry> entries) {
        var parts = new ArrayList<>(journey.parts().stream().map(PartStory::of).toList());
        OffsetDateTime stopped = null;
        for (var entry : entries) {
            var at = entry.occurredAt();
            switch (entry.kind()) {
                case PART_STARTED -> change(parts, entry, part -> part.started(entry.id(), at, entry.recordedAt()));
                case PART_DONE -> change(parts, entry, part -> part.done(at, gives(entry)));
                case PART_REFUSED -> change(parts, entry, part -> part.refused(at, reason(entry)));
                case PART_UNDONE -> change(parts, entry, part -> part.undone(at));
                case JOURNEY_STOPPED, WITHDRAWN, REFUSED -> stopped = at;
                default -> {
                    // of the dossier as a whole
                }
            }
        }
        return new Story(List.copyOf(parts), receivedAt, stopped);
    }

    private static void change(List<PartStory> parts, Entry entry, UnaryOperator<PartStory> change) {
        var id = entry.body().at("/part/id").asText();
        parts.replaceAll(part -> part.part().id().equals(id) ? change.apply(part) : part);
    }

    private static @Nullable JsonNode gives(Entry entry) {
        var given = entry.body().path("gives");
        return given.isObject() ? given : null;
    }

    private static @Nullable String reason(Entry entry) {
        return entry.body().path("reason").textValue();
    }

    /** Whether an entry of that kind can change a story. */
    static boolean hears(EntryKind kind) {
        return switch (kind) {
            case REGISTERED, PART_STARTED, PART_DONE, PART_REFUSED, PART_UNDONE, JOURNEY_STOPPED, WITHDRAWN, REFUSED ->
                true;
            default -> false;
        };
    }
}
