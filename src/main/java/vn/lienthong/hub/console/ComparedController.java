package vn.lienthong.hub.console;

import static vn.lienthong.hub.console.ReconciliationDesk.MAY;
import static vn.lienthong.hub.console.ReconciliationDesk.requireAllUnits;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;
import vn.lienthong.hub.security.Roles;

/** One comparison: what it found and why, and the figures of its period by us and by the system. */
@Controller
class ComparedController {
    static final String RUN = ReconciliationDesk.RUNS + "/{id}";

    private static final int ROWS = 50;

    private final Reconciliations reconciliations;
    private final Figures figures;
    private final Cards cards;

    ComparedController(Reconciliations reconciliations, Figures figures, Cards cards) {
        this.reconciliations = reconciliations;
        this.figures = figures;
        this.cards = cards;
    }

    @GetMapping(RUN)
    String run(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "OPEN") Discrepancy.State state,
            @RequestParam(defaultValue = "0") long after,
            @Asking Caller caller,
            Model model) {
        requireAllUnits(caller);
        var run = reconciliations.find(id).orElseThrow(() -> new Refusal(ProblemCode.RECONCILIATION_NOT_FOUND));
        model.addAttribute("run", run);
        model.addAttribute(
                "systemTitle",
                cards.find(run.system()).map(card -> card.title()).orElse(run.system()));
        model.addAttribute("mayAct", caller.is(Roles.OPS) && mayBeDecided(run));
        model.addAttribute("figures", figures(run, caller));
        fill(id, state, after, model);
        return "reconciliation";
    }

    private static boolean mayBeDecided(Reconciliation run) {
        return run.state().isAtRest() || run.state() == Reconciliation.State.APPLYING;
    }

    private void fill(UUID id, Discrepancy.State state, long after, Model model) {
        var sorts = FoundSort.of(reconciliations.tallies(id));
        var found = reconciliations.discrepancies(new DiscrepancyQuery(id, null, null, state), after, ROWS + 1);
        var more = found.size() > ROWS;
        model.addAttribute("sorts", sorts);
        var counts = FoundSort.byState(sorts);
        model.addAttribute("counts", counts);
        model.addAttribute("closed", counts.getOrDefault(Discrepancy.State.CLOSED, 0L));
        model.addAttribute("state", state);
        model.addAttribute("states", Discrepancy.State.values());
        model.addAttribute("found", more ? found.subList(0, ROWS) : found);
        model.addAttribute("next", more ? found.get(ROWS - 1).id() : null);
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

    @Bean
    static Door comparedDoor() {
        return new Door(Right.of(HttpMethod.GET, RUN, MAY));
    }
}
