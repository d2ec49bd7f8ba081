package vn.lienthong.hub.console;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.hub.edition.EditionRecord;
import vn.lienthong.hub.edition.Editions;
import vn.lienthong.hub.live.Unsound;
import vn.lienthong.hub.problem.Problem;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;
import vn.lienthong.hub.security.Roles;

/** What was put live, by whom and why; what it changed; and the way back to a former edition. */
@Controller
class EditionPagesController {
    private static final String EDITIONS = "/console/editions";
    private static final String EDITION = EDITIONS + "/{number}";
    private static final int LISTED = 50;

    private final Editions editions;

    EditionPagesController(Editions editions) {
        this.editions = editions;
    }

    @GetMapping(EDITIONS)
    String list(@RequestParam(defaultValue = "9223372036854775807") long before, Model model) {
        var found = editions.before(before, LISTED);
        model.addAttribute("editions", found);
        model.addAttribute("running", editions.running());
        model.addAttribute("next", found.size() == LISTED ? found.getLast().number() : null);
        return "editions";
    }

    @GetMapping(EDITION)
    String one(@PathVariable long number, @Asking Caller caller, Model model) {
        var edition = found(number);
        var former = editions.before(number, 1);
        model.addAttribute("edition", edition);
        model.addAttribute("running", editions.running());
        model.addAttribute(
                "comparison",
                former.isEmpty() ? null : editions.compare(former.getFirst().number(), number));
        model.addAttribute("mayRestore", caller.is(Roles.INTEGRATOR) && number != editions.running());
        return "edition";
    }

    /** Its files become the next edition, unless another one was put live since the page was read. */
    @PostMapping(EDITION + "/restoration")
    String restore(
            @PathVariable long number, @RequestParam long base, @RequestParam String why, @Asking Caller caller) {
        found(number);
        try {
            editions.restore(number, base, VisibleDossiers.reason(why), caller);
        } catch (Editions.NotLive e) {
            throw new Refusal(ProblemCode.EDITION_MOVED);
        } catch (Unsound e) {
            throw new Refusal(Problem.of(ProblemCode.EDITION_UNSOUND, String.join("; ", first(e))));
        }
        return "redirect:" + EDITIONS;
    }

    private static List<String> first(Unsound unsound) {
        return unsound.mistakes().stream().limit(LISTED).toList();
    }

    private EditionRecord found(long number) {
        return editions.find(number).orElseThrow(() -> new Refusal(ProblemCode.EDITION_NOT_FOUND));
    }

    @Bean
    static Door editionPagesDoor() {
        return new Door(
                Right.of(HttpMethod.GET, EDITIONS, ConsoleConfiguration.PEOPLE),
                Right.of(HttpMethod.GET, EDITION, ConsoleConfiguration.PEOPLE),
                Right.of(HttpMethod.POST, EDITION + "/restoration", Roles.INTEGRATOR));
    }

    @Bean
    static NavEntry editionsEntry() {
        return new NavEntry("editions", EDITIONS, 75, ConsoleConfiguration.PEOPLE);
    }
}
