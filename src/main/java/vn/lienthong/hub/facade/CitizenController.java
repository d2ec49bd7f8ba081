package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.inquiry.Answer;
import vn.lienthong.hub.inquiry.Inquiries;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.problem.Problem;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.Discretion;

/** Asks about citizens in the name of an officer. */
@RestController
final class CitizenController {
    private final Requests requests;
    private final Inquiries inquiries;

    CitizenController(Requests requests, Inquiries inquiries) {
        this.requests = requests;
        this.inquiries = inquiries;
    }

    @PostMapping(path = Paths.VERIFY, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> verify(@AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws IOException {
        return answer("verify-citizen", requests.body("verifyCitizen", request), caller);
    }

    @PostMapping(path = Paths.LOOK_UP, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> lookUp(@AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws IOException {
        return answer("look-up-citizen", requests.body("lookUpCitizen", request), caller);
    }

    private ResponseEntity<byte[]> answer(String question, JsonNode body, Caller caller) {
        return switch (inquiries.ask(question, body, caller)) {
            case Answer.Known known ->
                ResponseEntity.ok().contentType(APPLICATION_JSON).body(Json.bytes(known.body()));
            case Answer.Refused refused -> throw new Refusal(refused(refused.reason(), body));
            case Answer.Unavailable down -> throw new Refusal(later(down.retryAfter()));
            case Answer.Unclear unclear -> throw new Refusal(ProblemCode.SYSTEM_UNCLEAR);
        };
    }

    private static Problem refused(String reason, JsonNode question) {
        var name = question.path("name").asText();
        return Problem.of(
                ProblemCode.SYSTEM_REFUSED,
                Discretion.without(name, reason).orElse(ProblemCode.SYSTEM_REFUSED.title()));
    }

    private static Problem later(Duration retryAfter) {
        return Problem.of(ProblemCode.SYSTEM_UNAVAILABLE).retryingAfter(Math.max(1, (int) retryAfter.toSeconds()));
    }
}
