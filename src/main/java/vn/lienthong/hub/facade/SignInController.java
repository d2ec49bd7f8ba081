package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.signin.SignIns;

/** Lets citizens sign in on behalf of upstream systems. */
@RestController
final class SignInController {
    /** How browsers say that nobody has come yet. */
    private static final List<String> AHEAD = List.of("Sec-Purpose", "Purpose", "X-Moz");

    private static final Pattern PREFETCH = Pattern.compile("\\b(prefetch|prerender|preview)\\b");

    private final Requests requests;
    private final SignIns signIns;

    SignInController(Requests requests, SignIns signIns) {
        this.requests = requests;
        this.signIns = signIns;
    }

    record BegunView(URI authorize, OffsetDateTime endsAt) {}

    record AssertionView(String assertion, long expiresIn) {}

    @PostMapping(path = Paths.SIGN_INS, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> begin(@AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws IOException {
        var body = requests.body("beginSignIn", request);
        var wanted = new SignIns.Wanted(
                body.get("returnTo").asText(),
                body.get("state").asText(),
                body.path("level").textValue());
        var begun = signIns.begin(wanted, caller);
        return ResponseEntity.status(HttpStatus.CREATED)
                .contentType(APPLICATION_JSON)
                .body(Json.bytes(new BegunView(begun.authorize(), begun.endsAt())));
    }

    /** The query is the sign-in server's, not one of our contract: what it adds does no harm. */
    @GetMapping(path = Paths.SIGN_IN_BACK)
    ResponseEntity<byte[]> comeBack(HttpServletRequest request) {
        if (onlyLooks(request)) {
            return ResponseEntity.noContent().build();
        }
        var state = request.getParameter("state");
        if (state == null) {
            throw new Refusal(ProblemCode.SIGN_IN_STATE);
        }
        var on = signIns.comeBack(state, request.getParameter("code"), request.getParameter("error"));
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(on).build();
    }

    /** Mail scanners, chat previews and browsers that run ahead ask first; the citizen's own call must still find its state. */
    private static boolean onlyLooks(HttpServletRequest request) {
        return HttpMethod.HEAD.matches(request.getMethod())
                || AHEAD.stream()
                        .anyMatch(header -> PREFETCH.matcher(String.valueOf(request.getHeader(header)))
                                .find());
    }

    @PostMapping(path = Paths.SIGN_IN_FETCH, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> fetch(@AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws IOException {
        var body = requests.body("fetchSignIn", request);
        var fetched = signIns.fetch(body.get("code").asText(), caller);
        return ResponseEntity.ok()
                .contentType(APPLICATION_JSON)
                .body(Json.bytes(
                        new AssertionView(fetched.token(), fetched.lives().toSeconds())));
    }

    @GetMapping(path = Paths.SIGN_IN_KEYS, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> keys(HttpServletRequest request) {
        requests.query("signInKeys", request);
        return ResponseEntity.ok()
                .contentType(APPLICATION_JSON)
                .body(signIns.keys().getBytes(StandardCharsets.UTF_8));
    }
}
