package vn.lienthong.hub.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.export.Format;
import vn.lienthong.hub.export.Listing;
import vn.lienthong.hub.figures.Asked;
import vn.lienthong.hub.figures.Figures;
import vn.lienthong.hub.figures.Grouping;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.DeskConfiguration;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;
import vn.lienthong.hub.security.Roles;

/** The figures of a period, to look at and as files; whoever is given figures stands in the audit. */
@Controller
class ReportsController {
    private static final String REPORTS = DeskConfiguration.DESK + "/reports";
    private static final String[] MAY = {Roles.OPS, Roles.AUDITOR};
    private static final Pattern UNIT = Pattern.compile("(?:(\\d{2})(?:/(\\d{5}))?)?");

    private final Figures figures;
    private final Cards cards;
    private final InstantSource clock;

    ReportsController(Figures figures, Cards cards, InstantSource clock) {
        this.figures = figures;
        this.cards = cards;
        this.clock = clock;
    }

    /**
     * What is asked for, as it stands in the address.
     *
     * @param unit a province or a commune of it, as scopes are written; blank for all that the caller may see
     */
    public record Wanted(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String by,
            @Nullable String unit,
            @Nullable String system,
            @Nullable String what) {}

    @GetMapping(REPORTS)
    String reports(Wanted wanted, @Asking Caller caller, Model model) {
        var today = Times.inOffice(clock.instant()).toLocalDate();
        var from = wanted.from() == null ? today.withDayOfMonth(1) : wanted.from();
        var to = wanted.to() == null ? today : wanted.to();
        var shown = new Wanted(from, to, grouping(wanted).word(), wanted.unit(), wanted.system(), wanted.what());
        model.addAttribute("wanted", shown);
        model.addAttribute(
                "groupings",
                Arrays.stream(Grouping.values()).map(Grouping::word).toList());
        model.addAttribute(
                "systems",
                cards.all().stream().filter(card -> card.comparison() != null).toList());
        model.addAttribute("table", Collected.of(listing(shown, asked(shown, Format.JSON, caller))));
        return "reports";
    }

    @GetMapping(REPORTS + "/file")
    void file(Wanted wanted, @RequestParam Format format, @Asking Caller caller, HttpServletResponse response)
            throws IOException {
        var listing = listing(wanted, asked(wanted, format, caller));
        var name = ContentDisposition.attachment()
                .filename(listing.table().name() + "." + format.word())
                .build();
        response.setContentType(format.mediaType().toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, name.toString());
        listing.write(format, response.getOutputStream());
    }

    private Listing listing(Wanted wanted, Asked asked) {
        var system = wanted.system() == null || wanted.system().isBlank() ? null : wanted.system();
        if (system != null && !figures.knows(system)) {
            throw new Refusal(ProblemCode.REQUEST_PARAMETER);
        }
        return "one-stop".equals(wanted.what())
                ? figures.report(asked)
                : figures.onTime(asked, grouping(wanted), system);
    }

    private static Asked asked(Wanted wanted, Format format, Caller caller) {
        var from = wanted.from();
        var to = wanted.to();
        if (from == null || to == null || to.isBefore(from)) {
            throw new Refusal(ProblemCode.REQUEST_PARAMETER);
        }
        var unit = UNIT.matcher(Objects.requireNonNullElse(wanted.unit(), "").strip());
        if (!unit.matches()) {
            throw new Refusal(ProblemCode.REQUEST_PARAMETER);
        }
        var province = unit.group(1);
        var commune = unit.group(2);
        if (province != null && !caller.scope().covers(province, Objects.requireNonNullElse(commune, ""))) {
            throw new Refusal(ProblemCode.CALLER_OUT_OF_SCOPE);
        }
        return new Asked(caller, from, to, province, commune, format);
    }

    private static Grouping grouping(Wanted wanted) {
        return Arrays.stream(Grouping.values())
                .filter(known -> known.word().equals(wanted.by()))
                .findFirst()
                .orElse(Grouping.UNIT);
    }

    @Bean
    static Door reportsDoor() {
        return new Door(Right.of(HttpMethod.GET, REPORTS, MAY), Right.of(HttpMethod.GET, REPORTS + "/file", MAY));
    }

    @Bean
    static NavEntry reportsEntry() {
        return new NavEntry("reports", REPORTS, 60, MAY);
    }
}
