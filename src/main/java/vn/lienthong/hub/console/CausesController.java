package vn.lienthong.hub.console;

import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.hub.desk.Causes;
import vn.lienthong.hub.incident.Incident;
import vn.lienthong.hub.incident.Incidents;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.DeskConfiguration;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;
import vn.lienthong.hub.security.Roles;

/** What deliveries fail by, in groups, and who works on which. */
@Controller
class CausesController {
    static final String CAUSES = DeskConfiguration.DESK + "/causes";

    private static final String[] MAY = {Roles.OPS, Roles.AUDITOR};

    private final Causes causes;
    private final Incidents incidents;

    CausesController(Causes causes, Incidents incidents) {
        this.causes = causes;
        this.incidents = incidents;
    }

    @GetMapping(CAUSES)
    String causes(@Asking Caller caller, Model model) {
        model.addAttribute("causes", causes.open(caller.scope()));
        model.addAttribute("mayAct", caller.is(Roles.OPS));
        return "causes";
    }

    @PostMapping(CAUSES + "/{cause}")
    String work(
            @PathVariable String cause,
            @RequestParam Incident.State state,
            @RequestParam(defaultValue = "") String note,
            @Asking Caller caller) {
        if (state == Incident.State.OPEN) {
            throw new Refusal(ProblemCode.REQUEST_PARAMETER);
        }
        incidents.decide(cause, state, note.strip(), caller);
        return "redirect:" + CAUSES;
    }

    @Bean
    static Door causesDoor() {
        return new Door(
                Right.of(HttpMethod.GET, CAUSES, MAY), Right.of(HttpMethod.POST, CAUSES + "/{cause}", Roles.OPS));
    }

    @Bean
    static NavEntry causesEntry() {
        return new NavEntry("causes", CAUSES, 30, MAY);
    }
}
