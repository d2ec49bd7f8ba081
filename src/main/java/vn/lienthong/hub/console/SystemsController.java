package vn.lienthong.hub.console;

import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.connector.Connector;
import vn.lienthong.hub.desk.Shifts;
import vn.lienthong.hub.drift.Drifts;
import vn.lienthong.hub.edition.Editions;
import vn.lienthong.hub.exchange.LastExchanges;
import vn.lienthong.hub.inquiry.Operations;
import vn.lienthong.hub.inquiry.Questions;
import vn.lienthong.hub.live.Live;
import vn.lienthong.hub.outage.Outages;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.DeskConfiguration;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;
import vn.lienthong.hub.security.Roles;

/** The systems: what is known of each, how it does, what went to it last, when it will be away. */
@Controller
class SystemsController {
    static final String SYSTEM = DeskConfiguration.DESK + "/systems/{system}";

    private static final String SYSTEMS = DeskConfiguration.DESK + "/systems";
    private static final int LAST = 10;

    private final Cards cards;
    private final Shifts shifts;
    private final LastExchanges exchanges;
    private final Questions questions;
    private final Operations operations;
    private final Connector connector;
    private final Outages outages;
    private final Editions editions;
    private final Live live;
    private final Drifts drifts;

    SystemsController(
            Cards cards,
            Shifts shifts,
            LastExchanges exchanges,
            Questions questions,
            Operations operations,
            Connector connector,
            Outages outages,
            Editions editions,
            Live live,
            Drifts drifts) {
        this.cards = cards;
        this.shifts = shifts;
        this.exchanges = exchanges;
        this.questions = questions;
        this.operations = operations;
        this.connector = connector;
        this.outages = outages;
        this.editions = editions;
        this.live = live;
        this.drifts = drifts;
    }

    @GetMapping(SYSTEMS)
    String systems(@Asking Caller caller, Model model) {
        model.addAttribute("cards", List.copyOf(cards.all()));
        model.addAttribute("shift", shifts.now(caller.scope()));
        return "systems";
    }

    @GetMapping(SYSTEM)
    String system(@PathVariable String system, @Asking Caller caller, Model model) {
        var card = cards.find(system).orElseThrow(() -> new Refusal(ProblemCode.SYSTEM_NOT_FOUND));
        var shift = shifts.now(caller.scope());
        model.addAttribute("card", card);
        model.addAttribute("questions", questions.of(system));
        model.addAttribute("shift", shift);
        model.addAttribute(
                "lines",
                shift.lines().stream().filter(line -> line.id().equals(system)).toList());
        model.addAttribute("drifts", drifts.list(system, true, LAST));
        model.addAttribute("mayTest", caller.is(Roles.OPS) || caller.is(Roles.INTEGRATOR));
        model.addAttribute("mayPlan", caller.is(Roles.OPS));
        model.addAttribute("operations", operations.of(card));
        model.addAttribute("routes", connector.routes(card));
        model.addAttribute("outages", outages.ahead(system));
        model.addAttribute("request", UUID.randomUUID());
        model.addAttribute(
                "contract",
                ContractFile.of(live.running().edition().tree().integration().resolve(system)));
        model.addAttribute(
                "changes",
                editions.before(Long.MAX_VALUE, LAST * LAST).stream()
                        .filter(edition -> edition.concerns().contains(system))
                        .limit(LAST)
                        .toList());
        if (caller.is(Roles.OPS) || caller.is(Roles.AUDITOR)) {
            model.addAttribute("examples", exchanges.of(system, caller.scope(), LAST));
        }
        return "system";
    }

    @Bean
    static Door systemsDoor() {
        return new Door(
                Right.of(HttpMethod.GET, SYSTEMS, ConsoleConfiguration.PEOPLE),
                Right.of(HttpMethod.GET, SYSTEM, ConsoleConfiguration.PEOPLE));
    }

    @Bean
    static NavEntry systemsEntry() {
        return new NavEntry("systems", SYSTEMS, 70, ConsoleConfiguration.PEOPLE);
    }
}
