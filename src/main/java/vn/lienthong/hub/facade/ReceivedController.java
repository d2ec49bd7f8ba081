package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.APPLICATION_OCTET_STREAM;
import static org.springframework.http.MediaType.APPLICATION_OCTET_STREAM_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.intake.ReceivedMessages;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;

/** What systems sent by themselves: whether it was reported, why not, and once more. */
@RestController
final class ReceivedController {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Requests requests;
    private final ReceivedMessages messages;

    ReceivedController(Requests requests, ReceivedMessages messages) {
        this.requests = requests;
        this.messages = messages;
    }

    @GetMapping(path = Paths.RECEIVED, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var query = requests.query("listReceived", request);
        var limit = Page.limit(query);
        var found = messages.list(
                query.path("system").textValue(),
                upper(query.path("state").textValue()),
                query.path("after").asLong(0),
                limit + 1);
        return Page.of(found, limit, Function.<ReceivedMessages.Line>identity(), ReceivedMessages.Line::id)
                .answer(Paths.RECEIVED, query);
    }

    @GetMapping(path = Paths.RECEIVED_ONE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> one(@PathVariable String id) {
        return answer(messages.find(number(id)).orElseThrow(ReceivedController::notFound));
    }

    @GetMapping(path = Paths.RECEIVED_RAW, produces = APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> raw(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        var raw = messages.raw(number(id), caller).orElseThrow(ReceivedController::notFound);
        return ResponseEntity.ok().contentType(APPLICATION_OCTET_STREAM).body(raw);
    }

    @PostMapping(path = Paths.RECEIVED_RETRY, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> retry(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        try {
            return answer(messages.retry(number(id), caller).orElseThrow(ReceivedController::notFound));
        } catch (ReceivedMessages.NotDead e) {
            throw new Refusal(ProblemCode.RECEIVED_NOT_DEAD);
        }
    }

    private static ResponseEntity<byte[]> answer(ReceivedMessages.Line line) {
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(Json.bytes(line));
    }

    private static long number(String id) {
        if (!NUMBER.matcher(id).matches()) {
            throw notFound();
        }
        return Long.parseLong(id);
    }

    private static Refusal notFound() {
        return new Refusal(ProblemCode.RECEIVED_NOT_FOUND);
    }

    private static @Nullable String upper(@Nullable String state) {
        return state == null ? null : state.toUpperCase(Locale.ROOT);
    }
}
