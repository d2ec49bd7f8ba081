package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.problem.Problem;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.reconciliation.Reconciliation;
import vn.lienthong.hub.reconciliation.Reconciliations;
import vn.lienthong.hub.reconciliation.Reconciliations.Part;
import vn.lienthong.hub.reconciliation.Reconciliations.Tally;
import vn.lienthong.hub.security.Caller;

/** Orders comparisons and corrections, and shows how far they have come. */
@RestController
final class ReconciliationController {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Requests requests;
    private final Reconciliations reconciliations;

    ReconciliationController(Requests requests, Reconciliations reconciliations) {
        this.requests = requests;
        this.reconciliations = reconciliations;
    }

    /** A comparison, and what it found so far. */
    record View(@JsonUnwrapped Reconciliation reconciliation, List<Tally> discrepancies) {}

    record Views(List<Reconciliation> items) {}

    @PostMapping(path = Paths.RECONCILIATIONS, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> start(@AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws IOException {
        var body = requests.body("startReconciliation", request);
        var from = OffsetDateTime.parse(body.get("from").asText());
        var until = OffsetDateTime.parse(body.get("until").asText());
        if (!from.isBefore(until)) {
            throw new Refusal(Problem.of(ProblemCode.REQUEST_INVALID, "until is not after from", "/until", List.of()));
        }
        try {
            return accepted(reconciliations.start(body.get("system").asText(), from, until, caller));
        } catch (Reconciliations.NotReconciled e) {
            throw new Refusal(Problem.of(
                    ProblemCode.RECONCILIATION_NO_RULES,
                    ProblemCode.RECONCILIATION_NO_RULES.title(),
                    "/system",
                    List.of()));
        }
    }

    @GetMapping(path = Paths.RECONCILIATIONS, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var query = requests.query("listReconciliations", request);
        var found = reconciliations.list(query.path("system").textValue(), Page.limit(query));
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(Json.bytes(new Views(found)));
    }

    @GetMapping(path = Paths.RECONCILIATION, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> find(@PathVariable String id, HttpServletRequest request) {
        requests.query("getReconciliation", request);
        var found = known(id);
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(Json.bytes(view(found)));
    }

    @PostMapping(path = Paths.APPLY, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> apply(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request) {
        var reason =
                requests.query("applyReconciliation", request).path("reason").textValue();
        var found = known(id);
        try {
            return accepted(
                    reason == null
                            ? reconciliations.apply(found.id(), caller)
                            : reconciliations.apply(found.id(), Part.ofReason(reason), "", caller));
        } catch (Reconciliations.StillComparing e) {
            throw new Refusal(ProblemCode.RECONCILIATION_STILL_COMPARING);
        }
    }

    /** A text that cannot be an id is the id of none. */
    private Reconciliation known(String id) {
        return (UUID_FORM.matcher(id).matches()
                        ? reconciliations.find(UUID.fromString(id))
                        : Optional.<Reconciliation>empty())
                .orElseThrow(() -> new Refusal(ProblemCode.RECONCILIATION_NOT_FOUND));
    }

    private ResponseEntity<byte[]> accepted(Reconciliation reconciliation) {
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .header("Location", Paths.RECONCILIATIONS + "/" + reconciliation.id())
                .contentType(APPLICATION_JSON)
                .body(Json.bytes(view(reconciliation)));
    }

    private View view(Reconciliation reconciliation) {
        return new View(reconciliation, reconciliations.tallies(reconciliation.id()));
    }
}
