package vn.lienthong.hub.reconciliation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.ComparisonRules;
import vn.lienthong.hub.catalog.ComparisonRules.Field;
import vn.lienthong.hub.deadline.WorkingCalendar;
import vn.lienthong.hub.delivery.TimesStored;

/**
 * After each delivery: the reception that the system says it stored, beside the true one. A clock that a message
 * restarted is known in the commit that records the message, not when somebody reads a report.
 */
@Component
class ReadBack {
    private final Cards cards;
    private final WorkingCalendar calendar;
    private final DiscrepancyRows rows;
    private final InstantSource clock;

    ReadBack(Cards cards, WorkingCalendar calendar, DiscrepancyRows rows, InstantSource clock) {
        this.cards = cards;
        this.calendar = calendar;
        this.rows = rows;
        this.clock = clock;
    }

    @EventListener
    void compare(TimesStored event) {
        var bySystem = new HashMap<String, List<TimesStored.Stored>>();
        event.stored()
                .forEach(s -> bySystem.computeIfAbsent(s.system(), system -> new ArrayList<>())
                        .add(s));
        bySystem.forEach((system, stored) ->
                cards.find(system).map(card -> card.comparison()).ifPresent(rules -> compare(system, rules, stored)));
    }

    private void compare(String system, ComparisonRules rules, List<TimesStored.Stored> stored) {
        var comparison = new Comparison(receptionOnly(rules), calendar);
        var differences = new LinkedHashMap<String, List<Difference>>(); // the last word of the system counts
        for (var s : stored) {
            differences.put(
                    s.dossier(), comparison.differences(Truth.ofReception(s.dossier(), s.receivedAt()), s.times()));
        }
        rows.note(
                system,
                null,
                differences.values().stream().flatMap(List::stream).toList(),
                clock.instant());
        var right = differences.entrySet().stream()
                .filter(d -> d.getValue().isEmpty())
                .map(d -> d.getKey())
                .toList();
        if (!right.isEmpty()) {
            rows.close(system, Kind.TIME, Field.RECEIVED_AT.word(), right, clock.instant());
        }
    }

    private static ComparisonRules receptionOnly(ComparisonRules rules) {
        return new ComparisonRules(
                rules.missing(),
                rules.fields().stream()
                        .filter(rule -> rule.field() == Field.RECEIVED_AT)
                        .toList());
    }
}
