package vn.lienthong.hub.journey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.DossierState;
import vn.lienthong.hub.ledger.Entry;
import vn.lienthong.hub.ledger.EntryKind;

/** Entries of one dossier on a journey, received on the morning of Tuesday 12 August 2025. */
final class Told {
    static final OffsetDateTime RECEIVED = OffsetDateTime.parse("2025-08-12T09:15:00+07:00");

    private final List<Entry> entries = new ArrayList<>();

    Told() {
        add(EntryKind.REGISTERED, "", RECEIVED);
    }

    Told started(String part, String at) {
        return add(EntryKind.PART_STARTED, part, OffsetDateTime.parse(at));
    }

    /** Begun in time, heard of later. */
    Told startedLate(String part, String at, String recorded) {
        return add(EntryKind.PART_STARTED, part, OffsetDateTime.parse(at), OffsetDateTime.parse(recorded));
    }

    Told done(String part, String at) {
        return add(EntryKind.PART_DONE, part, OffsetDateTime.parse(at));
    }

    Told refused(String part, String at) {
        return add(EntryKind.PART_REFUSED, part, OffsetDateTime.parse(at));
    }

    Told undone(String part, String at) {
        return add(EntryKind.PART_UNDONE, part, OffsetDateTime.parse(at));
    }

    Told stopped(EntryKind by, String at) {
        return add(by, "", OffsetDateTime.parse(at));
    }

    private Told add(EntryKind kind, String part, OffsetDateTime at) {
        return add(kind, part, at, at);
    }

    private Told add(EntryKind kind, String part, OffsetDateTime at, OffsetDateTime recorded) {
        entries.add(new Entry(
                UUID.randomUUID(),
                "H24.129-250812-0001",
                entries.size() + 1,
                kind,
                at,
                RECEIVED,
                recorded,
                "test",
                body(part),
                DossierState.received(RECEIVED),
                null));
        return this;
    }

    private static ObjectNode body(@Nullable String part) {
        var body = Json.MAPPER.createObjectNode().put("reason", "vì sao");
        body.putObject("part").put("id", part);
        body.putObject("gives").put("number", part + "-1");
        return body;
    }

    Story story(Journey journey) {
        return Story.of(journey, RECEIVED, entries);
    }
}
