package vn.lienthong.hub.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.deadline.NoCalendar;

/**
 * Counts deliveries that arrived at a system whose contract takes the reception as a date only, and among them those
 * whose due time hangs on the time of day that was lost.
 */
@Component
final class LostTimeOfDay {
    private static final String METRIC = "hub.delivery.dateonly";

    private final MeterRegistry meters;
    private final Procedures procedures;
    private final Deadlines deadlines;

    LostTimeOfDay(MeterRegistry meters, Procedures procedures, Deadlines deadlines) {
        this.meters = meters;
        this.procedures = procedures;
        this.deadlines = deadlines;
    }

    void count(SystemCard card, List<Settled> settled) {
        if (card.takesReceptionAsDate()) {
            settled.stream()
                    .filter(one -> one.next().state() == DeliveryState.DELIVERED)
                    .forEach(one -> count(card.id(), decides(one.delivery())));
        }
    }

    private void count(String system, boolean decides) {
        meters.counter(METRIC, "system", system, "decides", Boolean.toString(decides))
                .increment();
    }

    private boolean decides(Leased delivery) {
        var dossier = delivery.registration();
        try {
            return procedures
                    .find(text(dossier, "/procedure/code"))
                    .map(procedure ->
                            deadlines.hangsOnTimeOfDay(procedure, text(dossier, "/channel"), delivery.receivedAt()))
                    .orElse(false);
        } catch (NoCalendar e) {
            // the year it was reckoned with has been taken away since; nothing hangs on what cannot be reckoned
            return false;
        }
    }

    private static String text(JsonNode dossier, String pointer) {
        return dossier.at(pointer).asText();
    }
}
