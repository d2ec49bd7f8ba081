package vn.lienthong.hub.console;

import static vn.lienthong.hub.console.ReconciliationDesk.MAY;
import static vn.lienthong.hub.console.ReconciliationDesk.requireAllUnits;

import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.hub.catalog.ComparisonRules.Remedy;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.reconciliation.Discrepancy;
import vn.lienthong.hub.reconciliation.Reconciliation;
import vn.lienthong.hub.reconciliation.Reconciliations;
import vn.lienthong.hub.reconciliation.Reconciliations.DiscrepancyQuery;
import vn.lienthong.hub.reconciliation.Reconciliations.Part;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;
import vn.lienthong.hub.security.Roles;

/**
 * What a person says to a discrepancy. To accept it is to accept what is proposed: what can be set right is ordered to be,
 * anything else may stay as it is. To reject it leaves everything as it is.
 */
@Controller
class DecisionController {
    private static final String ONE = ComparedController.RUN + "/discrepancies/{number}";
    private static final String ALL = ComparedController.RUN + "/accept";
    private static final int AT_ONCE = 500;

    private final Reconciliations reconciliations;

    DecisionController(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    /** The row as it is now. */
    @GetMapping(ONE)
    String row(@PathVariable UUID id, @PathVariable long number, @Asking Caller caller, Model model) {
        requireAllUnits(caller);
        return row(id, found(id, number), caller, model);
    }

    private static String row(UUID id, Discrepancy one, Caller caller, Model model) {
        model.addAttribute("runId", id);
        model.addAttribute("one", one);
        model.addAttribute("alone", true);
        model.addAttribute("mayAct", caller.is(Roles.OPS));
        return "reconciliation-parts :: row";
    }

    @PostMapping(ONE)
    String decide(
            @PathVariable UUID id,
            @PathVariable long number,
            @RequestParam boolean accepted,
            @RequestParam(defaultValue = "") String note,
            @Asking Caller caller,
            Model model) {
        requireAllUnits(caller);
        var one = found(id, number);
        if (accepted && one.remedy().canBeOrdered()) {
            apply(id, Part.ofOne(number), note, caller);
            return row(id, found(id, number), caller, model);
        }
        try {
            return row(id, reconciliations.decide(number, accepted, note.strip(), caller), caller, model);
        } catch (Reconciliations.NotOpen e) {
            throw new Refusal(ProblemCode.DISCREPANCY_NOT_OPEN);
        }
    }

    /** All of one reason; what somebody else has decided meanwhile stays so. */
    @PostMapping(ALL)
    String decideAll(
            @PathVariable UUID id,
            @RequestParam String reason,
            @RequestParam Remedy remedy,
            @RequestParam(defaultValue = "") String note,
            @Asking Caller caller) {
        requireAllUnits(caller);
        if (remedy.canBeOrdered()) {
            apply(id, Part.ofReason(reason), note, caller);
            return to(id, Discrepancy.State.CLOSED);
        }
        if (note.isBlank()) {
            throw new Refusal(ProblemCode.REQUEST_INVALID);
        }
        acceptAll(id, reason, remedy, note.strip(), caller);
        return to(id, Discrepancy.State.ACCEPTED);
    }

    private void apply(UUID id, Part part, String note, Caller caller) {
        known(id);
        try {
            reconciliations.apply(id, part, note.strip(), caller);
        } catch (Reconciliations.StillComparing e) {
            throw new Refusal(ProblemCode.RECONCILIATION_STILL_COMPARING);
        }
    }

    private void acceptAll(UUID id, String reason, Remedy remedy, String note, Caller caller) {
        var after = 0L;
        List<Discrepancy> page;
        do {
            page = reconciliations.discrepancies(
                    new DiscrepancyQuery(id, null, null, Discrepancy.State.OPEN), after, AT_ONCE);
            for (var one : page) {
                after = one.id();
                if (one.reason().equals(reason) && one.remedy() == remedy) {
                    acceptIfOpen(one, note, caller);
                }
            }
        } while (page.size() == AT_ONCE);
    }

    private void acceptIfOpen(Discrepancy one, String note, Caller caller) {
        try {
            reconciliations.decide(one.id(), true, note, caller);
        } catch (Reconciliations.NotOpen decidedMeanwhile) {
            // as somebody else said
        }
    }

    private Discrepancy found(UUID id, long number) {
        return reconciliations.discrepancies(new DiscrepancyQuery(id, null, null, null), number - 1, 1).stream()
                .filter(one -> one.id() == number)
                .findFirst()
                .orElseThrow(() -> new Refusal(ProblemCode.DISCREPANCY_NOT_OPEN));
    }

    private Reconciliation known(UUID id) {
        return reconciliations.find(id).orElseThrow(() -> new Refusal(ProblemCode.RECONCILIATION_NOT_FOUND));
    }

    private static String to(UUID id, Discrepancy.State state) {
        return "redirect:" + ReconciliationDesk.RUNS + "/" + id + "?state=" + state;
    }

    @Bean
    static Door decisionDoor() {
        return new Door(
                Right.of(HttpMethod.GET, ONE, MAY),
                Right.of(HttpMethod.POST, ONE, Roles.OPS),
                Right.of(HttpMethod.POST, ALL, Roles.OPS));
    }
}
