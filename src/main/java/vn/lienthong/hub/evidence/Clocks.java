package vn.lienthong.hub.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.Dossier;

/** The four clocks of a dossier side by side: received, recorded, told to each system, and as each system stored it. */
final class Clocks {
    private final Dossier dossier;
    private final Views views;
    private final OffsetDateTime now;

    Clocks(Dossier dossier, Views views, OffsetDateTime now) {
        this.dossier = dossier;
        this.views = views;
        this.now = now;
    }

    ObjectNode of(List<View> shown) {
        var clocks = Json.MAPPER.createObjectNode();
        clocks.put("receivedAt", Times.text(dossier.receivedAt())).put("clockOrigin", dossier.clockOrigin());
        time(clocks, "recordedAt", dossier.recordedAt());
        time(clocks, "finishedAt", dossier.state().finishedAt());
        time(clocks, "returnedAt", dossier.state().returnedAt());
        var systems = clocks.putArray("systems");
        shown.forEach(view -> systems.add(system(view)));
        return clocks.put("differs", Views.anyDiffers(shown));
    }

    private ObjectNode system(View view) {
        var system = Json.MAPPER.createObjectNode();
        system.put("system", view.system()).put("title", view.title()).put("source", view.source());
        if (view.status() != null) {
            system.put("status", view.status());
        }
        time(system, "firstSentAt", view.firstSentAt());
        time(system, "lastSentAt", view.lastSentAt());
        time(system, "acknowledgedAt", view.lastAcknowledgedAt());
        if (view.readAt() != null) {
            system.put("toldAt", Times.text(view.readAt()));
        }
        var stored = system.putObject("stored");
        shows(stored, "receivedAt", view.receivedAt());
        shows(stored, "dueAt", view.dueAt());
        shows(stored, "finishedAt", view.finishedAt());
        var findings = system.put("differs", view.differs()).putArray("findings");
        new Findings(dossier, now).of(view).forEach(findings::add);
        return system;
    }

    /** With its distance from the reception in working minutes. */
    private void time(ObjectNode node, String field, @Nullable OffsetDateTime at) {
        if (at != null) {
            node.put(field, Times.text(at));
            var minutes = views.after(dossier, at);
            if (minutes != null) {
                node.put(field + "MinutesAfterReception", minutes);
            }
        }
    }

    private static void shows(ObjectNode stored, String field, @Nullable Shows shows) {
        if (shows != null) {
            var node = stored.putObject(field).put("at", shows.stored()).put("differs", shows.differs());
            if (shows.minutes() != null) {
                node.put("minutesAfterOurs", shows.minutes());
            }
        }
    }
}
