package vn.lienthong.hub.console;

import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.inquiry.Connections;
import vn.lienthong.hub.inquiry.Operation;
import vn.lienthong.hub.inquiry.Operations;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.Discretion;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;
import vn.lienthong.hub.security.Roles;

/** Tries a system where it stands: whether it can be reached, and each of its operations. */
@Controller
class SystemTestsController {
    private static final String CONNECTION = SystemsController.SYSTEM + "/test";
    private static final String OPERATION = SystemsController.SYSTEM + "/operations/test";

    private final Cards cards;
    private final Connections connections;
    private final Operations operations;

    SystemTestsController(Cards cards, Connections connections, Operations operations) {
        this.cards = cards;
        this.connections = connections;
        this.operations = operations;
    }

    @PostMapping(CONNECTION)
    String connection(@PathVariable String system, @Asking Caller caller, Model model) {
        var found = connections.test(card(system).id(), caller);
        model.addAttribute("found", found);
        model.addAttribute("cause", Discretion.withoutIds(found.cause()));
        return "system-parts :: tested";
    }

    @PostMapping(OPERATION)
    String operation(@PathVariable String system, @RequestParam String operation, @Asking Caller caller, Model model) {
        var tried = operations.test(card(system), operation, caller);
        var reached = tried.reached();
        model.addAttribute("operation", operation);
        model.addAttribute("tried", tried);
        if (tried.way() == Operation.Way.CALL && reached != null) {
            model.addAttribute("found", reached);
            model.addAttribute("cause", Discretion.withoutIds(reached.cause()));
        }
        return "system-parts :: tried";
    }

    private SystemCard card(String system) {
        return cards.find(system).orElseThrow(() -> new Refusal(ProblemCode.SYSTEM_NOT_FOUND));
    }

    @Bean
    static Door systemTestsDoor() {
        return new Door(
                Right.of(HttpMethod.POST, CONNECTION, Roles.OPS, Roles.INTEGRATOR),
                Right.of(HttpMethod.POST, OPERATION, Roles.OPS, Roles.INTEGRATOR));
    }
}
