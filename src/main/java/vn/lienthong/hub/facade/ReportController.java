package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.ledger.Receipt;
import vn.lienthong.hub.ledger.Submission;
import vn.lienthong.hub.problem.Problem;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.Roles;

/** Takes registrations and events. Answers when they are durable. */
@RestController
final class ReportController {
    /** Seconds; a commit takes milliseconds, so by then something is wrong. */
    private static final long LONGEST_COMMIT = 30;

    private final Requests requests;
    private final Ledger ledger;

    ReportController(Requests requests, Ledger ledger) {
        this.requests = requests;
        this.ledger = ledger;
    }

    @PostMapping(path = Paths.DOSSIERS, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> register(@AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws IOException {
        var key = IdempotencyKey.of(request);
        var body = requests.body("registerDossier", request);
        refuseOutOfScope(caller, body.get("unit"));
        return record(new Submission(caller, key, body.get("code").textValue(), EntryKind.REGISTERED, body));
    }

    @PostMapping(path = Paths.EVENTS, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> report(
            @AuthenticationPrincipal Caller caller, @PathVariable String code, HttpServletRequest request)
            throws IOException {
        Paths.requireDossierCode(code);
        var key = IdempotencyKey.of(request);
        var body = requests.body("reportEvent", request);
        var kind = EntryKind.of(body.get("event").textValue()).orElseThrow();
        refuseForeignKind(caller, kind);
        return record(new Submission(caller, key, code, kind, body));
    }

    /** Operators correct receptions and report nothing else; the ledger refuses a correction by anybody else. */
    private static void refuseForeignKind(Caller caller, EntryKind kind) {
        if (kind != EntryKind.RECEPTION_CORRECTED && !caller.roles().contains(Roles.UPSTREAM)) {
            throw new Refusal(ProblemCode.CALLER_FORBIDDEN);
        }
    }

    private static void refuseOutOfScope(Caller caller, JsonNode unit) {
        var province = unit.get("province").textValue();
        if (!caller.scope().covers(province, unit.get("commune").textValue())) {
            throw new Refusal(Problem.of(
                    ProblemCode.CALLER_OUT_OF_SCOPE,
                    ProblemCode.CALLER_OUT_OF_SCOPE.title(),
                    "/unit",
                    java.util.List.of()));
        }
    }

    private ResponseEntity<byte[]> record(Submission submission) {
        var receipt = await(ledger.append(submission));
        var answer = ResponseEntity.accepted()
                .location(URI.create(Paths.dossier(receipt.dossier())))
                .contentType(APPLICATION_JSON);
        if (receipt.replayed()) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer.body(Json.bytes(ReceiptView.of(receipt)));
    }

    private static Receipt await(CompletableFuture<Receipt> recording) {
        try {
            return recording.get(LONGEST_COMMIT, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown();
        } catch (TimeoutException e) {
            throw unknown();
        }
    }

    private static Refusal unknown() {
        return new Refusal(Problem.of(
                ProblemCode.HUB_UNAVAILABLE, "it is not known whether this was recorded; repeat the same request"));
    }
}
