package vn.lienthong.hub.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.ComparisonRules;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.deadline.WorkingCalendar;
import vn.lienthong.hub.delivery.Redelivery;
import vn.lienthong.hub.json.Json;

/**
 * Looks for what the system should have shown and did not. It is asked for each: a restarted clock moves a dossier into
 * another day of the list, and that is not the same as missing.
 */
@Component
class Searching {
    private static final int STRETCH = 1_000;
    private static final String UNSHOWN = """
            select d.code, d.procedure, d.received_at, d.due_at, d.status, d.state from dossier d
            where d.received_at >= ? and d.received_at < ? and d.code > ?
              and not exists (select from shown s where s.reconciliation = ? and s.code = d.code)
              and exists (select from delivery x where x.dossier = d.code and x.system = ? and x.state = 'DELIVERED')
            order by d.code limit ?""";

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;
    private final Redelivery deliveries;

    Searching(JdbcClient jdbc, WorkingCalendar calendar, Redelivery deliveries) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.deliveries = deliveries;
    }

    Pass next(Run run, SystemCard card, ComparisonRules rules) {
        var unshown = jdbc.sql(UNSHOWN)
                .params(run.from(), run.until(), run.reached(), run.id(), run.system(), STRETCH)
                .query((row, n) -> Sides.truth(row))
                .list();
        if (unshown.isEmpty()) {
            return new Pass(null, 0, List.of());
        }
        var comparison = new Comparison(rules, calendar);
        var found = unshown.stream()
                .gather(Gatherers.mapConcurrent(
                        card.limits().concurrency(), dossier -> ask(dossier, card, rules, comparison)))
                .flatMap(List::stream)
                .toList();
        return new Pass(unshown.getLast().code(), unshown.size(), found);
    }

    private List<Difference> ask(Truth dossier, SystemCard card, ComparisonRules rules, Comparison comparison) {
        var outcome = deliveries.ask(card.id(), dossier.code());
        return switch (outcome) {
            case Outcome.Acknowledged there -> comparison.differences(dossier, stored(there.storedTimes()));
            case Outcome.Absent absent ->
                absent.storedTimes() != null
                        ? comparison.differences(dossier, absent.storedTimes())
                        : List.of(Difference.ofDossier(
                                dossier.code(), Kind.MISSING, dossier.code(), null, "missing-there", rules.missing()));
            case Outcome.Unreachable down ->
                throw new Listing.CannotRead(false, card.title() + " đang không liên lạc được");
            default -> List.of();
        };
    }

    private static JsonNode stored(@Nullable JsonNode times) {
        return times == null ? Json.MAPPER.createObjectNode() : times;
    }
}
