package vn.lienthong.hub.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.delivery.DeliveryRecord;
import vn.lienthong.hub.evidence.Differences.Shown;
import vn.lienthong.hub.ledger.Dossier;

/** How every system has a dossier: by its answers, and by what it showed when it was read for reconciliation. */
@Component
class Views {
    private final Cards cards;
    private final WorkingMinutes working;

    Views(Cards cards, WorkingMinutes working) {
        this.cards = cards;
        this.working = working;
    }

    List<View> of(Dossier dossier, List<DeliveryRecord> deliveries, List<Shown> shown) {
        var bySystem = new TreeMap<String, List<DeliveryRecord>>();
        deliveries.forEach(d -> bySystem.computeIfAbsent(d.system(), system -> new ArrayList<>())
                .add(d));
        var views = new ArrayList<View>();
        bySystem.forEach((system, all) -> views.add(answered(dossier, system, all)));
        shown.forEach(read -> views.add(view(
                dossier,
                read.system(),
                View.RECONCILIATION,
                read.readAt(),
                read.record(),
                bySystem.getOrDefault(read.system(), List.of()))));
        return views;
    }

    private View answered(Dossier dossier, String system, List<DeliveryRecord> deliveries) {
        var told = deliveries.stream().filter(d -> d.stored() != null).reduce((a, b) -> b);
        return view(
                dossier,
                system,
                View.ANSWER,
                told.map(DeliveryRecord::acknowledgedAt).orElse(null),
                told.map(DeliveryRecord::stored).orElse(MissingNode.getInstance()),
                deliveries);
    }

    private View view(
            Dossier dossier,
            String system,
            String source,
            @Nullable OffsetDateTime readAt,
            JsonNode told,
            List<DeliveryRecord> deliveries) {
        return new View(
                system,
                cards.find(system).map(SystemCard::title).orElse(system),
                source,
                readAt,
                told.path("status").isTextual() ? told.get("status").asText() : null,
                Shows.of(told.path("receivedAt"), dossier.receivedAt(), working),
                Shows.of(told.path("dueAt"), dossier.dueAt(), working),
                Shows.of(told.path("finishedAt"), dossier.state().finishedAt(), working),
                deliveries);
    }

    /** How much later than the reception something was, in working minutes. */
    @Nullable
    Long after(Dossier dossier, @Nullable OffsetDateTime at) {
        return working.between(dossier.receivedAt(), at);
    }

    static boolean anyDiffers(List<View> views) {
        return views.stream().filter(Objects::nonNull).anyMatch(View::differs);
    }
}
