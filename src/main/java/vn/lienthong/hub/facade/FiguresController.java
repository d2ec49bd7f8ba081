package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.export.Format;
import vn.lienthong.hub.figures.Asked;
import vn.lienthong.hub.figures.Difference;
import vn.lienthong.hub.figures.Figures;
import vn.lienthong.hub.figures.Grouping;
import vn.lienthong.hub.problem.Problem;
import vn.lienthong.hub.problem.Problem.FieldProblem;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;

/** Gives figures, in the form that is asked for. */
@RestController
final class FiguresController {
    private final Requests requests;
    private final Figures figures;

    FiguresController(Requests requests, Figures figures) {
        this.requests = requests;
        this.figures = figures;
    }

    @GetMapping(
            path = Paths.ON_TIME,
            produces = {APPLICATION_JSON_VALUE, Format.COMMA_SEPARATED, Format.SPREADSHEET})
    void onTime(@AuthenticationPrincipal Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var query = requests.query("onTimeFigures", request);
        var asked = asked(query, caller, request);
        var by = Grouping.of(query.path("by").asText("unit"));
        Exports.send(figures.onTime(asked, by, system(query)), asked.format(), response);
    }

    @GetMapping(
            path = Paths.DIFFERENCES,
            produces = {APPLICATION_JSON_VALUE, Format.COMMA_SEPARATED, Format.SPREADSHEET})
    @Nullable
    ResponseEntity<byte[]> differences(
            @AuthenticationPrincipal Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var query = requests.query("onTimeDifferences", request);
        var asked = asked(query, caller, request);
        var system = Objects.requireNonNull(system(query));
        var after = query.path("after").textValue();
        if (asked.format() != Format.JSON) {
            Exports.send(figures.allDifferences(asked, system, after), asked.format(), response);
            return null;
        }
        var limit = Page.limit(query);
        var found = figures.differences(asked, system, after, limit + 1);
        return Page.of(found, limit, Function.identity(), Difference::code).answer(Paths.DIFFERENCES, query);
    }

    @GetMapping(
            path = Paths.REPORT,
            produces = {APPLICATION_JSON_VALUE, Format.COMMA_SEPARATED, Format.SPREADSHEET})
    void report(@AuthenticationPrincipal Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var asked = asked(requests.query("oneStopReport", request), caller, request);
        Exports.send(figures.report(asked), asked.format(), response);
    }

    private static Asked asked(JsonNode query, Caller caller, HttpServletRequest request) {
        var asked = new Asked(
                caller,
                LocalDate.parse(query.get("from").textValue()),
                LocalDate.parse(query.get("to").textValue()),
                query.path("province").textValue(),
                query.path("commune").textValue(),
                Format.asked(query.path("format").textValue(), request.getHeader(HttpHeaders.ACCEPT)));
        if (asked.to().isBefore(asked.from())) {
            throw wrong("to", "minimum", "must not be before from");
        }
        if (asked.commune() != null && asked.province() == null) {
            throw wrong("province", "dependentRequired", "is required with commune");
        }
        refuseOutOfScope(asked);
        return asked;
    }

    /** Figures of a unit that leave out what the caller may not see would be no figures of that unit. */
    private static void refuseOutOfScope(Asked asked) {
        var province = asked.province();
        if (province != null) {
            var commune = asked.commune() == null ? "" : asked.commune();
            if (!asked.caller().scope().covers(province, commune)) {
                throw new Refusal(ProblemCode.CALLER_OUT_OF_SCOPE);
            }
        }
    }

    private @Nullable String system(JsonNode query) {
        var system = query.path("system").textValue();
        if (system != null && !figures.knows(system)) {
            throw wrong("system", "enum", "is not a system of this hub");
        }
        return system;
    }

    private static Refusal wrong(String parameter, String rule, String why) {
        return new Refusal(Problem.of(
                ProblemCode.REQUEST_PARAMETER,
                parameter + " " + why,
                null,
                List.of(new FieldProblem(null, parameter, rule, why))));
    }
}
