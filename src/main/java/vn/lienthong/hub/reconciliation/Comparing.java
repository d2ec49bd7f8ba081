package vn.lienthong.hub.reconciliation;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.ComparisonRules;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.deadline.WorkingCalendar;

/** Looks at every record that the system showed: what it is here, and what differs. */
@Component
class Comparing {
    private final WorkingCalendar calendar;
    private final Strangers strangers;
    private final InFlight inFlight;

    Comparing(WorkingCalendar calendar, Strangers strangers, InFlight inFlight) {
        this.calendar = calendar;
        this.strangers = strangers;
        this.inFlight = inFlight;
    }

    List<Difference> differences(SystemCard card, ComparisonRules rules, List<Side> sides) {
        var found = new ArrayList<Difference>();
        var strange = new ArrayList<Side>();
        var comparison = new Comparison(rules, calendar);
        for (var side : sides) {
            if (side.ours() == null) {
                strange.add(side);
            } else {
                found.addAll(comparison.differences(side.ours(), side.shown()));
            }
        }
        found.addAll(strangers.judge(strange));
        return inFlight.without(card.id(), found);
    }
}
