package vn.lienthong.hub.console;

import static vn.lienthong.hub.security.Roles.OPS;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.delivery.Act;
import vn.lienthong.hub.delivery.DeliveryState;
import vn.lienthong.hub.export.Format;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.repair.Repair;
import vn.lienthong.hub.repair.Repair.Pace;
import vn.lienthong.hub.repair.RepairItem;
import vn.lienthong.hub.repair.RepairReport;
import vn.lienthong.hub.repair.Repairs;
import vn.lienthong.hub.repair.Selection;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;

/** Acts on many deliveries: what there is, a new plan, one plan with its progress. */
@Controller
class RepairPagesController {
    private static final String PATH = "/console/repairs";
    private static final String ONE = PATH + "/{id}";
    private static final int LISTED = 100;
    private static final int PAGE = 50;

    private final Repairs repairs;
    private final Cards cards;

    RepairPagesController(Repairs repairs, Cards cards) {
        this.repairs = repairs;
        this.cards = cards;
    }

    @GetMapping(PATH)
    String list(@Asking Caller caller, Model model) {
        model.addAttribute("repairs", repairs.list(caller, LISTED));
        return "repairs";
    }

    /** The form; whoever comes from a cause brings it along. */
    @GetMapping(PATH + "/new")
    String form(
            @RequestParam(defaultValue = "") String system,
            @RequestParam(defaultValue = "") String cause,
            Model model) {
        model.addAttribute("id", UUID.randomUUID());
        model.addAttribute("systems", List.copyOf(cards.all()));
        model.addAttribute("system", system);
        model.addAttribute("cause", cause);
        model.addAttribute("acts", Act.values());
        return "repair-new";
    }

    @PostMapping(PATH)
    String plan(
            @Asking Caller caller,
            @RequestParam UUID id,
            @RequestParam Act act,
            @RequestParam @Nullable String system,
            @RequestParam(required = false) @Nullable Set<DeliveryState> states,
            @RequestParam @Nullable String cause,
            @RequestParam @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @RequestParam String reason) {
        var selection = new Selection(
                given(system),
                Objects.requireNonNullElse(states, Set.of()),
                given(cause),
                null,
                start(from, 0),
                start(until, 1),
                null,
                null,
                null);
        repairs.plan(id, act, selection, Pace.USUAL, reason.strip(), caller);
        return to(id);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable OffsetDateTime start(@Nullable LocalDate day, int later) {
        return day == null ? null : Times.startOf(day.plusDays(later));
    }

    @GetMapping(ONE)
    String one(
            @Asking Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) RepairItem.@Nullable State state,
            @RequestParam(defaultValue = "0") int after,
            Model model) {
        var repair = found(id, caller);
        var items = repairs.items(id, state, after, PAGE + 1);
        model.addAttribute("repair", repair);
        model.addAttribute("forecast", repairs.forecast(repair));
        model.addAttribute("items", items.stream().limit(PAGE).toList());
        model.addAttribute("next", items.size() > PAGE ? items.get(PAGE - 1).n() : null);
        model.addAttribute("state", state);
        model.addAttribute("states", RepairItem.State.values());
        model.addAttribute("percent", percent(repair));
        model.addAttribute("confirmed", repair.items() > Repairs.CONFIRMED_ABOVE);
        return "repair";
    }

    private static int percent(Repair repair) {
        var over = repair.done() + repair.failed() + repair.passed();
        return repair.items() == 0 ? 100 : over * 100 / repair.items();
    }

    @PostMapping(ONE + "/start")
    String start(
            @Asking Caller caller,
            @PathVariable UUID id,
            @RequestParam int canary,
            @RequestParam int rate,
            @RequestParam int stop,
            @RequestParam(required = false) @Nullable Integer confirm,
            @RequestParam(defaultValue = "false") boolean paused) {
        repairs.start(id, new Pace(canary, rate, stop), confirm, paused, caller);
        return to(id);
    }

    @PostMapping(ONE + "/pause")
    String pause(@Asking Caller caller, @PathVariable UUID id) {
        repairs.pause(id, caller);
        return to(id);
    }

    @PostMapping(ONE + "/resume")
    String resume(@Asking Caller caller, @PathVariable UUID id) {
        repairs.resume(id, caller);
        return to(id);
    }

    @PostMapping(ONE + "/cancel")
    String cancel(@Asking Caller caller, @PathVariable UUID id) {
        repairs.cancel(id, caller);
        return to(id);
    }

    @GetMapping(ONE + "/report")
    void report(@Asking Caller caller, @PathVariable UUID id, @RequestParam Format format, HttpServletResponse response)
            throws IOException {
        var report = new RepairReport(repairs, found(id, caller));
        var file = report.table().name() + "." + format.word();
        response.setContentType(format.mediaType().toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file).build().toString());
        report.write(format, response.getOutputStream());
    }

    private Repair found(UUID id, Caller caller) {
        return repairs.find(id, caller).orElseThrow(() -> new Refusal(ProblemCode.REPAIR_NOT_FOUND));
    }

    private static String to(UUID id) {
        return "redirect:" + PATH + "/" + id;
    }

    @Bean
    static Door repairPagesDoor() {
        var people = ConsoleConfiguration.PEOPLE;
        return new Door(List.of(
                Right.of(HttpMethod.GET, PATH, people),
                Right.of(HttpMethod.GET, PATH + "/new", OPS),
                Right.of(HttpMethod.POST, PATH, OPS),
                Right.of(HttpMethod.GET, ONE, people),
                Right.of(HttpMethod.GET, ONE + "/report", people),
                Right.of(HttpMethod.POST, ONE + "/start", OPS),
                Right.of(HttpMethod.POST, ONE + "/pause", OPS),
                Right.of(HttpMethod.POST, ONE + "/resume", OPS),
                Right.of(HttpMethod.POST, ONE + "/cancel", OPS)));
    }

    @Bean
    static NavEntry repairsEntry() {
        return new NavEntry("repairs", PATH, 50, ConsoleConfiguration.PEOPLE);
    }
}
