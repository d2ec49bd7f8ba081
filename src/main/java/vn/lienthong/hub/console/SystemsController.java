package vn.lienthong.hub.console;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.delivery.DeliveryState;
import vn.lienthong.hub.desk.Shifts;
import vn.lienthong.hub.desk.WorkList;
import vn.lienthong.hub.desk.WorkQuery;
import vn.lienthong.hub.inquiry.Connections;
import vn.lienthong.hub.inquiry.Questions;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.DeskConfiguration;
import vn.lienthong.hub.security.Discretion;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;
import vn.lienthong.hub.security.Roles;

/** The systems: what is known of each, how it does, whether it can be reached now. */
@Controller
class SystemsController {
    private static final String SYSTEMS = DeskConfiguration.DESK + "/systems";
    private static final String SYSTEM = SYSTEMS + "/{system}";
    private static final int LAST = 10;
    private static final int DAYS = 7;

    private final Cards cards;
    private final Shifts shifts;
    private final WorkList list;
    private final Questions questions;
    private final Connections connections;
    private final InstantSource clock;

    SystemsController(
            Cards cards,
            Shifts shifts,
            WorkList list,
            Questions questions,
            Connections connections,
            InstantSource clock) {
        this.cards = cards;
        this.shifts = shifts;
        this.list = list;
        this.questions = questions;
        this.connections = connections;
        this.clock = clock;
    }

    @GetMapping(SYSTEMS)
    String systems(@Asking Caller caller, Model model) {
        model.addAttribute("cards", List.copyOf(cards.all()));
        model.addAttribute("shift", shifts.now(caller.scope()));
        return "systems";
    }

    @GetMapping(SYSTEM)
    String system(@PathVariable String system, @Asking Caller caller, Model model) {
        var card = card(system);
        var shift = shifts.now(caller.scope());
        model.addAttribute("card", card);
        model.addAttribute("questions", questions.of(system));
        model.addAttribute("shift", shift);
        model.addAttribute(
                "lines",
                shift.lines().stream().filter(line -> line.id().equals(system)).toList());
        model.addAttribute("mayTest", caller.is(Roles.OPS) || caller.is(Roles.INTEGRATOR));
        if (caller.is(Roles.OPS) || caller.is(Roles.AUDITOR)) {
            model.addAttribute("items", list.page(last(card, caller), null, LAST));
        }
        return "system";
    }

    /** Of the last days: of a system that nobody uses there is nothing to look for in all that is kept. */
    private WorkQuery last(SystemCard card, Caller caller) {
        return new WorkQuery(
                caller.scope(),
                Arrays.asList(DeliveryState.values()),
                card.id(),
                null,
                null,
                null,
                Times.inOffice(clock.instant()).minusDays(DAYS),
                false,
                WorkQuery.Order.NEWEST);
    }

    @PostMapping(SYSTEM + "/test")
    String test(@PathVariable String system, @Asking Caller caller, Model model) {
        var found = connections.test(card(system).id(), caller);
        model.addAttribute("found", found);
        model.addAttribute("cause", Discretion.withoutIds(found.cause()));
        return "system-parts :: tested";
    }

    private SystemCard card(String system) {
        return cards.find(system).orElseThrow(() -> new Refusal(ProblemCode.SYSTEM_NOT_FOUND));
    }

    @Bean
    static Door systemsDoor() {
        return new Door(
                Right.of(HttpMethod.GET, SYSTEMS, ConsoleConfiguration.PEOPLE),
                Right.of(HttpMethod.GET, SYSTEM, ConsoleConfiguration.PEOPLE),
                Right.of(HttpMethod.POST, SYSTEM + "/test", Roles.OPS, Roles.INTEGRATOR));
    }

    @Bean
    static NavEntry systemsEntry() {
        return new NavEntry("systems", SYSTEMS, 70, ConsoleConfiguration.PEOPLE);
    }
}
