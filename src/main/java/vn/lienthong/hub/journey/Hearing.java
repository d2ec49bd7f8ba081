package vn.lienthong.hub.journey;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.hub.delivery.DeliveriesEnded;
import vn.lienthong.hub.ledger.EntriesAppended;
import vn.lienthong.hub.ledger.EntryKind;

/** In the commit in which something happens to a dossier on a journey, has the journey looked at. */
@Component
class Hearing {
    private final JourneyCatalogue catalogue;
    private final JourneyRows rows;
    private final Conductor conductor;
    private final InstantSource clock;

    Hearing(JourneyCatalogue catalogue, JourneyRows rows, Conductor conductor, InstantSource clock) {
        this.catalogue = catalogue;
        this.rows = rows;
        this.conductor = conductor;
        this.clock = clock;
    }

    @EventListener
    void hear(EntriesAppended appended) {
        var begun = new ArrayList<JourneyRows.Begun>();
        var heard = new HashSet<String>();
        for (var entry : appended.entries()) {
            if (!Story.hears(entry.kind())) {
                continue;
            }
            if (entry.kind() == EntryKind.REGISTERED && entry.seq() == 1) {
                catalogue
                        .of(entry.procedure())
                        .ifPresent(journey -> begun.add(new JourneyRows.Begun(entry.dossier(), journey.text())));
            } else {
                heard.add(entry.dossier());
            }
        }
        if (!begun.isEmpty()) {
            rows.begin(begun, appended.at());
            nudgeAfterCommit();
        }
        look(heard);
    }

    @EventListener
    void hear(DeliveriesEnded ended) {
        look(new HashSet<>(ended.ended().stream()
                .filter(delivery -> delivery.kind().equals(EntryKind.PART_STARTED.word()))
                .map(DeliveriesEnded.Ended::dossier)
                .toList()));
    }

    private void look(Set<String> dossiers) {
        if (!dossiers.isEmpty()) {
            rows.look(List.copyOf(new java.util.TreeSet<>(dossiers)), clock.instant());
            nudgeAfterCommit();
        }
    }

    private void nudgeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                conductor.nudge();
            }
        });
    }
}
