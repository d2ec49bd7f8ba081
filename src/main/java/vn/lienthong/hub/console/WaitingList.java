package vn.lienthong.hub.console;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.reconciliation.Reconciliations;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.Roles;

/** What systems show otherwise and nobody has settled: for the first page, and for the desk of reconciliation. */
@Component
class WaitingList {
    private final Reconciliations reconciliations;
    private final Cards cards;

    WaitingList(Reconciliations reconciliations, Cards cards) {
        this.reconciliations = reconciliations;
        this.cards = cards;
    }

    /** Whoever may look at what is compared; a comparison is of every unit. */
    static boolean isFor(Caller caller) {
        return caller.scope().units().contains("*") && (caller.is(Roles.OPS) || caller.is(Roles.AUDITOR));
    }

    /** None for somebody whom they are not for. */
    List<Waiting> of(Caller caller) {
        return isFor(caller)
                ? reconciliations.outstanding().stream()
                        .map(found -> Waiting.of(found, title(found.system())))
                        .toList()
                : List.of();
    }

    /** The same for who only has to know that there is something; the most first. */
    List<WaitingNotice> notices(Caller caller) {
        var counts = of(caller).stream()
                .collect(Collectors.groupingBy(
                        one -> new Words(one.found().reason(), one.title()),
                        Collectors.summingLong(one -> one.found().count())));
        return counts.entrySet().stream()
                .map(one -> new WaitingNotice(one.getKey().reason, one.getKey().title, one.getValue()))
                .sorted(Comparator.comparing(WaitingNotice::count)
                        .reversed()
                        .thenComparing(WaitingNotice::title)
                        .thenComparing(WaitingNotice::reason))
                .toList();
    }

    /** What tells one notice from another. */
    private record Words(String reason, String title) {}

    private String title(String system) {
        return cards.find(system).map(card -> card.title()).orElse(system);
    }
}
