package vn.lienthong.hub.console;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.export.Format;
import vn.lienthong.hub.figures.Asked;
import vn.lienthong.hub.figures.Figures;
import vn.lienthong.hub.figures.Grouping;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.reconciliation.Discrepancy;
import vn.lienthong.hub.reconciliation.Reconciliation;
import vn.lienthong.hub.reconciliation.Reconciliations;
import vn.lienthong.hub.reconciliation.Reconciliations.DiscrepancyQuery;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.DeskConfiguration;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;
import vn.lienthong.hub.security.Roles;

/** What systems show otherwise than it is: compared, looked at one by one, decided, set right. */
@Controller
class ReconciliationDesk {
    private static final String RUNS = DeskConfiguration.DESK + "/reconciliation";
    private static final String RUN = RUNS + "/{id}";
    private static final String DECISION = RUNS + "/{id}/discrepancies/{number}";
    private static final String[] MAY = {Roles.OPS, Roles.AUDITOR};
    private static final int LAST_RUNS = 30;
    private static final int ROWS = 50;
    private static final int ALL_AT_ONCE = 500;

    private final Reconciliations reconciliations;
    private final Figures figures;
    private final Cards cards;

    ReconciliationDesk(Reconciliations reconciliations, Figures figures, Cards cards) {
        this.reconciliations = reconciliations;
        this.figures = figures;
        this.cards = cards;
    }

    @GetMapping(RUNS)
    String runs(@Asking Caller caller, Model model) {
        requireAllUnits(caller);
        model.addAttribute("runs", reconciliations.list(null, LAST_RUNS));
        model.addAttribute(
                "systems",
                cards.all().stream().filter(card -> card.comparison() != null).toList());
        model.addAttribute("mayAct", caller.is(Roles.OPS));
        return "reconciliations";
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

    @GetMapping(RUN)
    String run(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "OPEN") Discrepancy.State state,
            @RequestParam(defaultValue = "0") long after,
            @Asking Caller caller,
            Model model) {
        requireAllUnits(caller);
        var run = known(id);
        var found = reconciliations.discrepancies(new DiscrepancyQuery(id, null, null, state), after, ROWS + 1);
        var more = found.size() > ROWS;
        model.addAttribute("run", run);
        model.addAttribute(
                "title", cards.find(run.system()).map(card -> card.title()).orElse(run.system()));
        model.addAttribute("tallies", reconciliations.tallies(id));
        model.addAttribute("state", state);
        model.addAttribute("states", Discrepancy.State.values());
        model.addAttribute("found", more ? found.subList(0, ROWS) : found);
        model.addAttribute("next", more ? found.get(ROWS - 1).id() : null);
        model.addAttribute("mayAct", caller.is(Roles.OPS));
        model.addAttribute("figures", figures(run, caller));
        return "reconciliation";
    }

    /** On time by our clock and by theirs; nothing while it is still being compared. */
    private @Nullable Collected figures(Reconciliation run, Caller caller) {
        if (!run.state().isAtRest() || run.state() == Reconciliation.State.FAILED) {
            return null;
        }
        var from = Times.inOffice(run.from().toInstant()).toLocalDate();
        var to = Times.inOffice(run.until().toInstant()).toLocalDate().minusDays(1);
        var asked = new Asked(caller, from, to, null, null, Format.JSON);
        return Collected.of(figures.onTime(asked, Grouping.UNIT, run.system()));
    }

    @PostMapping(RUN + "/apply")
    String apply(@PathVariable UUID id, @Asking Caller caller) {
        requireAllUnits(caller);
        known(id);
        try {
            reconciliations.apply(id, caller);
        } catch (Reconciliations.StillComparing e) {
            throw new Refusal(ProblemCode.RECONCILIATION_STILL_COMPARING);
        }
        return "redirect:" + RUNS + "/" + id + "?state=ORDERED";
    }

    /** The row as it is afterwards. */
    @PostMapping(DECISION)
    String decide(
            @PathVariable UUID id,
            @PathVariable long number,
            @RequestParam boolean accepted,
            @RequestParam(defaultValue = "") String note,
            @Asking Caller caller,
            Model model) {
        requireAllUnits(caller);
        try {
            model.addAttribute("one", reconciliations.decide(number, accepted, note.strip(), caller));
        } catch (Reconciliations.NotOpen e) {
            throw new Refusal(ProblemCode.DISCREPANCY_NOT_OPEN);
        }
        model.addAttribute("run", known(id));
        model.addAttribute("mayAct", false);
        return "reconciliation-parts :: row";
    }

    /** Those of one reason, each decided for itself; what somebody else has decided meanwhile stays so. */
    @PostMapping(RUN + "/accept")
    String acceptAll(
            @PathVariable UUID id, @RequestParam String reason, @RequestParam String note, @Asking Caller caller) {
        requireAllUnits(caller);
        if (note.isBlank()) {
            throw new Refusal(ProblemCode.REQUEST_INVALID);
        }
        var after = 0L;
        List<Discrepancy> page;
        do {
            page = reconciliations.discrepancies(
                    new DiscrepancyQuery(id, null, null, Discrepancy.State.OPEN), after, ALL_AT_ONCE);
            for (var one : page) {
                after = one.id();
                if (one.reason().equals(reason)) {
                    acceptIfOpen(one, note.strip(), caller);
                }
            }
        } while (page.size() == ALL_AT_ONCE);
        return "redirect:" + RUNS + "/" + id + "?state=ACCEPTED";
    }

    private void acceptIfOpen(Discrepancy one, String note, Caller caller) {
        try {
            reconciliations.decide(one.id(), true, note, caller);
        } catch (Reconciliations.NotOpen decidedMeanwhile) {
            // as somebody else said
        }
    }

    private Reconciliation known(UUID id) {
        return reconciliations.find(id).orElseThrow(() -> new Refusal(ProblemCode.RECONCILIATION_NOT_FOUND));
    }

    /** A run is of every unit; it is shown to nobody who may see some of them only. */
    private static void requireAllUnits(Caller caller) {
        if (!caller.scope().units().contains("*")) {
            throw new Refusal(ProblemCode.CALLER_OUT_OF_SCOPE);
        }
    }

    @Bean
    static Door reconciliationDeskDoor() {
        return new Door(
                Right.of(HttpMethod.GET, RUNS, MAY),
                Right.of(HttpMethod.POST, RUNS, Roles.OPS),
                Right.of(HttpMethod.GET, RUN, MAY),
                Right.of(HttpMethod.POST, RUN + "/apply", Roles.OPS),
                Right.of(HttpMethod.POST, RUN + "/accept", Roles.OPS),
                Right.of(HttpMethod.POST, DECISION, Roles.OPS));
    }

    @Bean
    static NavEntry reconciliationEntry() {
        return new NavEntry("reconciliation", RUNS, 50, MAY);
    }
}
