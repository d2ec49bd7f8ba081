package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.export.Format;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.reconciliation.Discrepancy;
import vn.lienthong.hub.reconciliation.DiscrepancyTable;
import vn.lienthong.hub.reconciliation.Reconciliations;
import vn.lienthong.hub.reconciliation.Reconciliations.DiscrepancyQuery;
import vn.lienthong.hub.security.Caller;

/** What systems show otherwise than it is, one by one. */
@RestController
final class DiscrepancyController {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Requests requests;
    private final Reconciliations reconciliations;

    DiscrepancyController(Requests requests, Reconciliations reconciliations) {
        this.requests = requests;
        this.reconciliations = reconciliations;
    }

    @GetMapping(
            path = Paths.DISCREPANCIES,
            produces = {APPLICATION_JSON_VALUE, Format.COMMA_SEPARATED, Format.SPREADSHEET})
    @Nullable
    ResponseEntity<byte[]> list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var query = requests.query("listDiscrepancies", request);
        var asked = asked(query);
        var after = query.path("after").asLong(0);
        var format = Format.asked(query.path("format").textValue(), request.getHeader(HttpHeaders.ACCEPT));
        if (format != Format.JSON) {
            Exports.send(new DiscrepancyTable(reconciliations, asked, after), format, response);
            return null;
        }
        var limit = Page.limit(query);
        var found = reconciliations.discrepancies(asked, after, limit + 1);
        return Page.of(found, limit, Function.<Discrepancy>identity(), Discrepancy::id)
                .answer(Paths.DISCREPANCIES, query);
    }

    private static DiscrepancyQuery asked(JsonNode query) {
        var state = query.path("state").textValue();
        var reconciliation = query.path("reconciliation").textValue();
        return new DiscrepancyQuery(
                reconciliation == null ? null : UUID.fromString(reconciliation),
                query.path("system").textValue(),
                query.path("dossier").textValue(),
                state == null ? null : Discrepancy.State.valueOf(state));
    }

    @PostMapping(path = Paths.DECISION, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> decide(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        var body = requests.body("decideDiscrepancy", request);
        var accepted = body.get("decision").asText().equals("accept");
        if (!NUMBER.matcher(id).matches()) {
            throw new Refusal(ProblemCode.DISCREPANCY_NOT_OPEN);
        }
        try {
            var decided = reconciliations.decide(
                    Long.parseLong(id), accepted, body.get("note").asText(), caller);
            return ResponseEntity.ok().contentType(APPLICATION_JSON).body(Json.bytes(decided));
        } catch (Reconciliations.NotOpen e) {
            throw new Refusal(ProblemCode.DISCREPANCY_NOT_OPEN);
        }
    }
}
