package vn.lienthong.hub.console;

import java.time.LocalDateTime;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.outage.Outages;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;
import vn.lienthong.hub.security.Roles;

/** Plans outages on the page of a system, and takes them back there. */
@Controller
class OutagePagesController {
    private static final String OUTAGES = SystemsController.SYSTEM + "/outages";
    private static final String OUTAGE = OUTAGES + "/{id}/withdrawal";
    private static final int LONGEST = 500;

    private final Outages outages;

    OutagePagesController(Outages outages) {
        this.outages = outages;
    }

    /** The same form again adds no second one. */
    @PostMapping(OUTAGES)
    String plan(
            @PathVariable String system,
            @RequestParam UUID request,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime until,
            @RequestParam String text,
            @Asking Caller caller) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new Refusal(ProblemCode.REQUEST_INVALID);
        }
        outages.plan(
                request,
                system,
                from.atZone(Times.ZONE).toOffsetDateTime(),
                until.atZone(Times.ZONE).toOffsetDateTime(),
                text.strip(),
                caller);
        return to(system);
    }

    /** It ends now, or never begins. */
    @PostMapping(OUTAGE)
    String withdraw(@PathVariable String system, @PathVariable UUID id, @Asking Caller caller) {
        outages.withdraw(id, caller);
        return to(system);
    }

    private static String to(String system) {
        return "redirect:" + SystemsController.SYSTEM.replace("{system}", system);
    }

    @Bean
    static Door outagePagesDoor() {
        return new Door(Right.of(HttpMethod.POST, OUTAGES, Roles.OPS), Right.of(HttpMethod.POST, OUTAGE, Roles.OPS));
    }
}
