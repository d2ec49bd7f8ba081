package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.delivery.Act;
import vn.lienthong.hub.delivery.DeliveryState;
import vn.lienthong.hub.export.Format;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.repair.Forecast;
import vn.lienthong.hub.repair.Repair;
import vn.lienthong.hub.repair.Repair.Pace;
import vn.lienthong.hub.repair.RepairItem;
import vn.lienthong.hub.repair.RepairReport;
import vn.lienthong.hub.repair.Repairs;
import vn.lienthong.hub.repair.Selection;
import vn.lienthong.hub.security.Caller;

/** Plans acts on many deliveries, runs them and shows how far they have come. */
@RestController
final class RepairController {
    private final Requests requests;
    private final Repairs repairs;

    RepairController(Requests requests, Repairs repairs) {
        this.requests = requests;
        this.repairs = repairs;
    }

    /** A repair and what it will do. */
    record View(@JsonUnwrapped Repair repair, Forecast forecast) {}

    record Views(List<Repair> items) {}

    @PostMapping(path = Paths.REPAIRS, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> plan(@AuthenticationPrincipal Caller caller, HttpServletRequest request) throws IOException {
        var body = requests.body("planRepair", request);
        var planned = repairs.plan(
                Ids.of(body.get("id").asText()),
                act(body),
                selection(body.path("selection")),
                pace(body.path("pace"), Pace.USUAL),
                body.get("reason").asText(),
                caller);
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .header("Location", Paths.REPAIRS + "/" + planned.id())
                .contentType(APPLICATION_JSON)
                .body(Json.bytes(view(planned)));
    }

    static Act act(JsonNode body) {
        return Act.valueOf(body.get("act").asText().toUpperCase(Locale.ROOT));
    }

    private static Selection selection(JsonNode asked) {
        var states = EnumSet.noneOf(DeliveryState.class);
        asked.path("states").forEach(state -> states.add(DeliveryState.valueOf(state.asText())));
        return new Selection(
                asked.path("system").textValue(),
                states,
                asked.path("cause").textValue(),
                asked.path("code").textValue(),
                time(asked.path("from")),
                time(asked.path("until")),
                asked.path("procedure").textValue(),
                asked.at("/unit/province").textValue(),
                asked.at("/unit/commune").textValue());
    }

    private static @Nullable OffsetDateTime time(JsonNode value) {
        return value.isTextual() ? OffsetDateTime.parse(value.asText()) : null;
    }

    private static Pace pace(JsonNode asked, Pace usual) {
        return new Pace(
                asked.path("canary").asInt(usual.canary()),
                asked.path("ratePerMinute").asInt(usual.ratePerMinute()),
                asked.path("stopAtPercent").asInt(usual.stopAtPercent()));
    }

    @GetMapping(path = Paths.REPAIRS, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> list(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        var query = requests.query("listRepairs", request);
        return answer(new Views(repairs.list(caller, Page.limit(query))));
    }

    @GetMapping(path = Paths.REPAIR, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> find(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request) {
        requests.query("getRepair", request);
        return answer(view(found(id, caller)));
    }

    @PostMapping(path = Paths.REPAIR_START, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> start(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        var body = requests.body("startRepair", request);
        var planned = found(id, caller);
        return answer(view(repairs.start(
                planned.id(),
                pace(body.path("pace"), planned.pace()),
                body.has("confirm") ? body.get("confirm").asInt() : null,
                body.path("paused").asBoolean(),
                caller)));
    }

    @PostMapping(path = Paths.REPAIR_PAUSE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> pause(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request) {
        requests.query("pauseRepair", request);
        return answer(view(repairs.pause(Ids.of(id), caller)));
    }

    @PostMapping(path = Paths.REPAIR_RESUME, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> resume(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request) {
        requests.query("resumeRepair", request);
        return answer(view(repairs.resume(Ids.of(id), caller)));
    }

    @PostMapping(path = Paths.REPAIR_CANCEL, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> cancel(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request) {
        requests.query("cancelRepair", request);
        return answer(view(repairs.cancel(Ids.of(id), caller)));
    }

    @GetMapping(path = Paths.REPAIR_ITEMS, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> items(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request) {
        var query = requests.query("listRepairItems", request);
        var state = query.path("state").textValue();
        var limit = Page.limit(query);
        var found = repairs.items(
                found(id, caller).id(),
                state == null ? null : RepairItem.State.valueOf(state),
                query.path("after").asInt(0),
                limit + 1);
        return Page.of(found, limit, Function.<RepairItem>identity(), RepairItem::n)
                .answer(Paths.REPAIRS + "/" + id + "/items", query);
    }

    @GetMapping(
            path = Paths.REPAIR_REPORT,
            produces = {APPLICATION_JSON_VALUE, Format.COMMA_SEPARATED, Format.SPREADSHEET})
    void report(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var query = requests.query("reportRepair", request);
        var format = Format.asked(query.path("format").textValue(), request.getHeader(HttpHeaders.ACCEPT));
        Exports.send(new RepairReport(repairs, found(id, caller)), format, response);
    }

    private Repair found(String id, Caller caller) {
        return repairs.find(Ids.of(id), caller).orElseThrow(() -> new Refusal(ProblemCode.REPAIR_NOT_FOUND));
    }

    private View view(Repair repair) {
        return new View(repair, repairs.forecast(repair));
    }

    private static ResponseEntity<byte[]> answer(Object body) {
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(Json.bytes(body));
    }

    /** Ids of plans and edits. */
    static final class Ids {
        private static final java.util.regex.Pattern FORM =
                java.util.regex.Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

        private Ids() {}

        /** A text that cannot be an id is the id of none. */
        static UUID of(String text) {
            if (!FORM.matcher(text).matches()) {
                throw new Refusal(ProblemCode.REPAIR_NOT_FOUND);
            }
            return UUID.fromString(text);
        }
    }
}
