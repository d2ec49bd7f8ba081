package vn.lienthong.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.delivery.DeliveryState;
import vn.lienthong.hub.desk.Causes;
import vn.lienthong.hub.desk.Citizens;
import vn.lienthong.hub.desk.DossierList;
import vn.lienthong.hub.desk.SavedViews;
import vn.lienthong.hub.desk.ShownColumns;
import vn.lienthong.hub.desk.WorkList;
import vn.lienthong.hub.desk.WorkQuery;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.DeskConfiguration;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;
import vn.lienthong.hub.security.Roles;

/**
 * The list of what is to be done, by page and by what narrows it: deliveries, their dossiers, or what they fail by. The
 * whole question stands in the address.
 */
@Controller
class WorkController {
    static final String WORK = DeskConfiguration.DESK + "/work";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final String[] MAY = {Roles.OPS, Roles.AUDITOR};
    private static final int ROWS = 50;
    private static final long WORTH_COUNTING = 10_000;

    private final WorkQuestions questions;
    private final WorkList list;
    private final DossierList dossiers;
    private final Causes causes;
    private final Citizens citizens;
    private final SavedViews views;
    private final ShownColumns columns;
    private final Cards cards;
    private final InstantSource clock;

    WorkController(
            WorkQuestions questions,
            WorkList list,
            DossierList dossiers,
            Causes causes,
            Citizens citizens,
            SavedViews views,
            ShownColumns columns,
            Cards cards,
            InstantSource clock) {
        this.questions = questions;
        this.list = list;
        this.dossiers = dossiers;
        this.causes = causes;
        this.citizens = citizens;
        this.views = views;
        this.columns = columns;
        this.cards = cards;
        this.clock = clock;
    }

    @GetMapping(WORK)
    String work(@Asking Caller caller, HttpServletRequest request, Model model) {
        var address = WorkQuestions.address(request.getParameterMap());
        if (SearchController.isDossier(address.one("q"))) {
            return "redirect:" + DossierController.DOSSIERS + "/" + address.one("q");
        }
        var query = questions.of(address, caller);
        var citizen = address.one("citizen");
        if (citizen != null) {
            citizens.look(citizen, caller);
        }
        model.addAttribute("address", address);
        model.addAttribute("views", WorkView.ofEverybody(clock));
        model.addAttribute("own", views.of(caller));
        model.addAttribute("newest", list.newest());
        model.addAttribute("systems", List.copyOf(cards.all()));
        model.addAttribute("states", DeliveryState.values());
        model.addAttribute("columns", ShownColumns.ALL);
        model.addAttribute("shown", columns.of(caller));
        model.addAttribute("maySearchCitizens", citizens.maySearch(caller));
        var next = fill(query, address, model);
        model.addAttribute("next", next == null ? null : address.with("after", next));
        return "work";
    }

    /** The rows in the grouping that is asked for. */
    private @Nullable Long fill(WorkQuery query, Address address, Model model) {
        var group = String.valueOf(address.one("group"));
        var after = number(address.one("after"));
        model.addAttribute("group", group);
        switch (group) {
            case "causes" -> {
                model.addAttribute("causes", causes.within(query, WORTH_COUNTING));
                return null;
            }
            case "dossiers" -> {
                var page = dossiers.page(query, after, ROWS);
                model.addAttribute("dossiers", page.items());
                return page.next();
            }
            default -> {
                var found = list.page(query, after, ROWS + 1);
                var shown = found.subList(0, Math.min(ROWS, found.size()));
                model.addAttribute("items", shown);
                return found.size() > ROWS ? shown.getLast().id() : null;
            }
        }
    }

    /** Comes after the list, so that nobody waits for it. */
    @GetMapping(WORK + "/count")
    String count(@Asking Caller caller, HttpServletRequest request, Model model) {
        var address = WorkQuestions.address(request.getParameterMap());
        var query = questions.of(address, caller);
        var ofDossiers = "dossiers".equals(address.one("group"));
        var deliveries = list.count(query, WORTH_COUNTING + 1);
        model.addAttribute("more", deliveries > WORTH_COUNTING);
        model.addAttribute("ofDossiers", ofDossiers);
        model.addAttribute(
                "count", ofDossiers ? list.dossiers(query, WORTH_COUNTING) : Math.min(WORTH_COUNTING, deliveries));
        return "work-parts :: count";
    }

    @GetMapping(WORK + "/news")
    String news(@Asking Caller caller, @RequestParam long newest, HttpServletRequest request, Model model) {
        var address = WorkQuestions.address(request.getParameterMap()).without("after");
        model.addAttribute("address", address);
        model.addAttribute("newest", newest);
        model.addAttribute("news", list.news(questions.of(address, caller), newest, WORTH_COUNTING));
        return "work-parts :: news";
    }

    /** Whom somebody looked for once is not kept under a name. */
    @PostMapping(WORK + "/views")
    String keep(@Asking Caller caller, @RequestParam String name, @RequestParam String query) {
        var address =
                WorkQuestions.address(Queries.parse(query)).without("after").without("citizen");
        views.keep(caller, name, address.query());
        return "redirect:" + address;
    }

    @PostMapping(WORK + "/views/forget")
    String forget(@Asking Caller caller, @RequestParam String name) {
        views.forget(caller, name);
        return "redirect:" + WORK;
    }

    @PostMapping(WORK + "/columns")
    String choose(
            @Asking Caller caller,
            @RequestParam(defaultValue = "") List<String> shown,
            @RequestParam(defaultValue = "") String query) {
        columns.keep(caller, shown);
        return "redirect:" + WorkQuestions.address(Queries.parse(query)).without("after");
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && NUMBER.matcher(text).matches() ? Long.valueOf(text) : null;
    }

    @Bean
    static Door workDoor() {
        return new Door(
                Right.of(HttpMethod.GET, WORK, MAY),
                Right.of(HttpMethod.GET, WORK + "/count", MAY),
                Right.of(HttpMethod.GET, WORK + "/news", MAY),
                Right.of(HttpMethod.POST, WORK + "/views", MAY),
                Right.of(HttpMethod.POST, WORK + "/views/forget", MAY),
                Right.of(HttpMethod.POST, WORK + "/columns", MAY));
    }

    @Bean
    static NavEntry workEntry() {
        return new NavEntry("work", WORK, 20, MAY);
    }
}
