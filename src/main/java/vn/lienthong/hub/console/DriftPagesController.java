package vn.lienthong.hub.console;

import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.hub.drift.Drifts;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;
import vn.lienthong.hub.security.Roles;

/** Takes the word of who has seen to answers that were otherwise; they stand on the page of the system. */
@Controller
class DriftPagesController {
    private static final String DRIFTS = SystemsController.SYSTEM + "/drifts";

    private final Drifts drifts;

    DriftPagesController(Drifts drifts) {
        this.drifts = drifts;
    }

    @PostMapping(DRIFTS + "/{id}")
    String accept(
            @PathVariable String system, @PathVariable UUID id, @RequestParam String note, @Asking Caller caller) {
        if (note.isBlank()) {
            throw new Refusal(ProblemCode.REQUEST_INVALID);
        }
        drifts.accept(id, note.strip(), caller);
        return "redirect:" + SystemsController.SYSTEM.replace("{system}", system);
    }

    @Bean
    static Door driftPagesDoor() {
        return new Door(Right.of(HttpMethod.POST, DRIFTS + "/{id}", Roles.OPS, Roles.INTEGRATOR));
    }
}
