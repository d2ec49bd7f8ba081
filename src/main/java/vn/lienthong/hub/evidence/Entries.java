package vn.lienthong.hub.evidence;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Map;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.Entry;
import vn.lienthong.hub.ledger.Fingerprints.Fingerprint;

/** The entries of a dossier with the fingerprints they were kept with. */
final class Entries {
    private final Map<Integer, Fingerprint> fingerprints;
    private final Bare bare;

    Entries(Map<Integer, Fingerprint> fingerprints, Bare bare) {
        this.fingerprints = fingerprints;
        this.bare = bare;
    }

    ArrayNode of(List<Entry> entries) {
        var list = Json.MAPPER.createArrayNode();
        for (var entry : entries) {
            var node = list.addObject()
                    .put("id", entry.id().toString())
                    .put("seq", entry.seq())
                    .put("kind", entry.kind().word())
                    .put("occurredAt", Times.text(entry.occurredAt()))
                    .put("receivedAt", Times.text(entry.receivedAt()))
                    .put("recordedAt", Times.text(entry.recordedAt()))
                    .put("source", entry.source());
            var print = fingerprints.get(entry.seq());
            if (print != null) {
                node.put("sha256", print.sha256()).put("sha256Holds", print.holds());
            }
            node.set("body", bare.body(entry.body()));
        }
        return list;
    }
}
