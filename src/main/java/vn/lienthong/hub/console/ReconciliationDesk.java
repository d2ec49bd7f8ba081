package vn.lienthong.hub.console;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.reconciliation.Reconciliation;
import vn.lienthong.hub.reconciliation.Reconciliations;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.DeskConfiguration;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;
import vn.lienthong.hub.security.Roles;

/** What systems show otherwise than it is: what waits to be settled, which systems are compared, and when they were. */
@Controller
class ReconciliationDesk {
    static final String RUNS = DeskConfiguration.DESK + "/reconciliation";
    static final String[] MAY = {Roles.OPS, Roles.AUDITOR};

    private static final int LAST_RUNS = 30;

    private final Reconciliations reconciliations;
    private final WaitingList waiting;
    private final Cards cards;
    private final InstantSource clock;

    ReconciliationDesk(Reconciliations reconciliations, WaitingList waiting, Cards cards, InstantSource clock) {
        this.reconciliations = reconciliations;
        this.waiting = waiting;
        this.cards = cards;
        this.clock = clock;
    }

    /** A system that can be compared, and the last time that it was. */
    public record Pair(SystemCard card, @Nullable Reconciliation last) {}

    @GetMapping(RUNS)
    String runs(@Asking Caller caller, Model model) {
        requireAllUnits(caller);
        var today = Times.inOffice(clock.instant()).toLocalDate();
        model.addAttribute("waiting", waiting.of(caller));
        model.addAttribute("pairs", pairs());
        model.addAttribute("runs", reconciliations.list(null, LAST_RUNS));
        model.addAttribute("from", Waiting.quarter(today));
        model.addAttribute("to", today);
        model.addAttribute("mayAct", caller.is(Roles.OPS));
        return "reconciliations";
    }

    private List<Pair> pairs() {
        return cards.all().stream()
                .filter(card -> card.comparison() != null)
                .map(card -> new Pair(card, last(card).orElse(null)))
                .toList();
    }

    private Optional<Reconciliation> last(SystemCard card) {
        return reconciliations.list(card.id(), 1).stream().findFirst();
    }

    @PostMapping(RUNS)
    String start(
            @RequestParam String system,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @Asking Caller caller) {
        requireAllUnits(caller);
        if (to.isBefore(from)) {
            throw new Refusal(ProblemCode.REQUEST_INVALID);
        }
        try {
            var run = reconciliations.start(system, Times.startOf(from), Times.startOf(to.plusDays(1)), caller);
            return "redirect:" + RUNS + "/" + run.id();
        } catch (Reconciliations.NotReconciled e) {
            throw new Refusal(ProblemCode.RECONCILIATION_NO_RULES);
        }
    }

    /** A run is of every unit; it is shown to nobody who may see some of them only. */
    static void requireAllUnits(Caller caller) {
        if (!WaitingList.isFor(caller)) {
            throw new Refusal(ProblemCode.CALLER_OUT_OF_SCOPE);
        }
    }

    @Bean
    static Door reconciliationDeskDoor() {
        return new Door(Right.of(HttpMethod.GET, RUNS, MAY), Right.of(HttpMethod.POST, RUNS, Roles.OPS));
    }

    @Bean
    static NavEntry reconciliationEntry() {
        return new NavEntry("reconciliation", RUNS, 50, WaitingList::isFor);
    }
}
