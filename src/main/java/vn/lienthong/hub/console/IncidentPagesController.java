package vn.lienthong.hub.console;

import static vn.lienthong.hub.security.Roles.OPS;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.desk.Causes;
import vn.lienthong.hub.incident.Incident;
import vn.lienthong.hub.incident.Incidents;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;

/** What goes wrong, who sees to it, and who is told. */
@Controller
class IncidentPagesController {
    private static final String PATH = "/console/incidents";
    private static final String ALERTS = "/console/alerts";
    private static final int LISTED = 200;

    private final Incidents incidents;
    private final Causes causes;
    private final Cards cards;

    IncidentPagesController(Incidents incidents, Causes causes, Cards cards) {
        this.incidents = incidents;
        this.causes = causes;
        this.cards = cards;
    }

    @GetMapping(PATH)
    String list(@Asking Caller caller, @RequestParam(defaultValue = "false") boolean all, Model model) {
        var listed = incidents.list(caller, !all, LISTED);
        model.addAttribute("incidents", listed);
        model.addAttribute("words", words(listed));
        model.addAttribute("titles", cards.all().stream().collect(Collectors.toMap(SystemCard::id, SystemCard::title)));
        model.addAttribute("all", all);
        return "incidents";
    }

    /** Of the causes that they are about. */
    private Map<String, String> words(List<Incident> listed) {
        return causes.words(
                listed.stream().map(Incident::cause).filter(Objects::nonNull).toList());
    }

    @PostMapping(PATH + "/{id}")
    String decide(
            @Asking Caller caller,
            @PathVariable UUID id,
            @RequestParam Incident.State state,
            @RequestParam String note) {
        if (note.isBlank() || state == Incident.State.OPEN) {
            throw new Refusal(ProblemCode.REQUEST_INVALID);
        }
        incidents.decide(id, state, note.strip(), caller);
        return "redirect:" + PATH;
    }

    @GetMapping(ALERTS)
    String alerts(@RequestParam(defaultValue = "") String tested, Model model) {
        model.addAttribute("groups", incidents.recipients());
        model.addAttribute("tested", tested);
        return "alerts";
    }

    @PostMapping(ALERTS + "/test")
    String test(@Asking Caller caller, @RequestParam String group, RedirectAttributes to) {
        incidents.test(group, caller);
        to.addAttribute("tested", group);
        return "redirect:" + ALERTS;
    }

    @Bean
    static Door incidentPagesDoor() {
        var people = ConsoleConfiguration.PEOPLE;
        return new Door(
                Right.of(HttpMethod.GET, PATH, people),
                Right.of(HttpMethod.POST, PATH + "/{id}", OPS),
                Right.of(HttpMethod.GET, ALERTS, people),
                Right.of(HttpMethod.POST, ALERTS + "/test", OPS));
    }

    @Bean
    static NavEntry incidentsEntry() {
        return new NavEntry("incidents", PATH, 40, ConsoleConfiguration.PEOPLE);
    }

    @Bean
    static NavEntry alertsEntry() {
        return new NavEntry("alerts", ALERTS, 80, ConsoleConfiguration.PEOPLE);
    }
}
