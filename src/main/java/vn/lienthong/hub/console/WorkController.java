package vn.lienthong.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import vn.lienthong.hub.desk.SavedViews;
import vn.lienthong.hub.desk.WorkList;
import vn.lienthong.hub.desk.WorkQuery;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.DossierCode;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.DeskConfiguration;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;
import vn.lienthong.hub.security.Roles;

/** The list of what is to be done, by page and by what narrows it; the whole question stands in the address. */
@Controller
class WorkController {
    static final String WORK = DeskConfiguration.DESK + "/work";

    private static final String JUMP = DeskConfiguration.DESK + "/jump";
    private static final Set<String> KNOWN =
            Set.of("state", "system", "cause", "q", "procedure", "due", "since", "tried", "sort", "after");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern ID = Pattern.compile("\\d{9,}");
    private static final String[] MAY = {Roles.OPS, Roles.AUDITOR};
    private static final int ROWS = 50;
    private static final long WORTH_COUNTING = 10_000;
    private static final int DAYS_OF_DONE = 7;

    private final WorkList list;
    private final Causes causes;
    private final SavedViews views;
    private final Cards cards;
    private final InstantSource clock;

    WorkController(WorkList list, Causes causes, SavedViews views, Cards cards, InstantSource clock) {
        this.list = list;
        this.causes = causes;
        this.views = views;
        this.cards = cards;
        this.clock = clock;
    }

    @GetMapping(WORK)
    String work(@Asking Caller caller, HttpServletRequest request, Model model) {
        var address = Address.of(WORK, request.getParameterMap(), KNOWN);
        if (isDossier(address.one("q"))) {
            return "redirect:" + DossierController.DOSSIERS + "/" + address.one("q");
        }
        var query = query(address, caller);
        var found = list.page(query, number(address.one("after")), ROWS + 1);
        var more = found.size() > ROWS;
        var shown = more ? found.subList(0, ROWS) : found;
        model.addAttribute("address", address);
        model.addAttribute("views", WorkView.ofEverybody(clock));
        model.addAttribute("own", views.of(caller));
        model.addAttribute("newest", list.newest());
        model.addAttribute("items", shown);
        model.addAttribute("next", more ? address.with("after", shown.getLast().id()) : null);
        model.addAttribute("systems", List.copyOf(cards.all()));
        model.addAttribute("states", DeliveryState.values());
        return "work";
    }

    /** Comes after the list, so that nobody waits for it. */
    @GetMapping(WORK + "/count")
    String count(@Asking Caller caller, HttpServletRequest request, Model model) {
        var query = query(Address.of(WORK, request.getParameterMap(), KNOWN), caller);
        model.addAttribute("count", list.count(query, WORTH_COUNTING + 1));
        model.addAttribute("most", WORTH_COUNTING);
        return "work-parts :: count";
    }

    @GetMapping(WORK + "/news")
    String news(@Asking Caller caller, @RequestParam long newest, HttpServletRequest request, Model model) {
        var address = Address.of(WORK, request.getParameterMap(), KNOWN).without("after");
        model.addAttribute("address", address);
        model.addAttribute("newest", newest);
        model.addAttribute("news", list.news(query(address, caller), newest, WORTH_COUNTING));
        return "work-parts :: news";
    }

    @PostMapping(WORK + "/views")
    String keep(@Asking Caller caller, @RequestParam String name, @RequestParam String query) {
        views.keep(
                caller,
                name,
                Address.of(WORK, Queries.parse(query), KNOWN).without("after").query());
        return "redirect:" + WORK + (query.isEmpty() ? "" : "?" + query);
    }

    @PostMapping(WORK + "/views/forget")
    String forget(@Asking Caller caller, @RequestParam String name) {
        views.forget(caller, name);
        return "redirect:" + WORK;
    }

    /**
     * To the dossier of that code, else to what fails by such words. Posted, so that whatever somebody types by mistake
     * stands in no address; what can be the number of a citizen is not searched for.
     */
    @PostMapping(JUMP)
    String jump(@RequestParam(defaultValue = "") String to) {
        var wanted = to.strip();
        if (isDossier(wanted)) {
            return "redirect:" + DossierController.DOSSIERS + "/" + wanted;
        }
        return "redirect:"
                + (ID.matcher(wanted).find()
                        ? WORK
                        : Address.of(WORK, Map.of("q", new String[] {wanted}), KNOWN)
                                .toString());
    }

    private static boolean isDossier(@Nullable String text) {
        return text != null && DossierCode.parse(text).isPresent();
    }

    private WorkQuery query(Address address, Caller caller) {
        var states = address.all("state").stream().map(WorkController::state).toList();
        var words = address.one("q");
        var cause = address.one("cause");
        return new WorkQuery(
                caller.scope(),
                states,
                address.one("system"),
                cause != null ? List.of(cause) : words == null ? null : causes.saying(words),
                address.one("procedure"),
                dueBefore(address.one("due")),
                since(address.one("since"), states),
                address.one("tried") != null,
                "new".equals(address.one("sort")) || hasDone(states) ? WorkQuery.Order.NEWEST : WorkQuery.Order.DUE);
    }

    private static DeliveryState state(String word) {
        return Arrays.stream(DeliveryState.values())
                .filter(state -> state.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new Refusal(ProblemCode.REQUEST_PARAMETER));
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && NUMBER.matcher(text).matches() ? Long.valueOf(text) : null;
    }

    private static boolean hasDone(List<DeliveryState> states) {
        return states.contains(DeliveryState.DELIVERED) || states.contains(DeliveryState.SKIPPED);
    }

    private @Nullable OffsetDateTime dueBefore(@Nullable String word) {
        var now = Times.inOffice(clock.instant());
        return switch (String.valueOf(word)) {
            case "overdue" -> now;
            case "today" -> now.with(LocalTime.MAX);
            case "tomorrow" -> now.plusDays(1).with(LocalTime.MAX);
            default -> null;
        };
    }

    /** What is done is looked for in the last days, unless somebody says since when. */
    private @Nullable OffsetDateTime since(@Nullable String day, List<DeliveryState> states) {
        try {
            if (day != null) {
                return Times.startOf(LocalDate.parse(day));
            }
        } catch (DateTimeParseException e) {
            throw new Refusal(ProblemCode.REQUEST_PARAMETER);
        }
        return hasDone(states)
                ? Times.startOf(Times.inOffice(clock.instant()).toLocalDate().minusDays(DAYS_OF_DONE))
                : null;
    }

    @Bean
    static Door workDoor() {
        return new Door(
                Right.of(HttpMethod.GET, WORK, MAY),
                Right.of(HttpMethod.GET, WORK + "/count", MAY),
                Right.of(HttpMethod.GET, WORK + "/news", MAY),
                Right.of(HttpMethod.POST, WORK + "/views", MAY),
                Right.of(HttpMethod.POST, WORK + "/views/forget", MAY),
                Right.of(HttpMethod.POST, JUMP, ConsoleConfiguration.PEOPLE));
    }

    @Bean
    static NavEntry workEntry() {
        return new NavEntry("work", WORK, 20, MAY);
    }
}
