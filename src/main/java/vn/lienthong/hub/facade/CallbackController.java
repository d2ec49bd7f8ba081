package vn.lienthong.hub.facade;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.intake.Callbacks;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;

/** Where other systems call the hub, each in its own form; who they are is shown by the proof that their card asks for. */
@RestController
final class CallbackController {
    private final Callbacks callbacks;

    CallbackController(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    @PostMapping(Paths.CALLBACK)
    ResponseEntity<byte[]> body(@PathVariable String system, @PathVariable String name, HttpServletRequest request)
            throws IOException {
        try {
            var raw = Requests.bytes(request, callbacks.largest(system));
            return take(system, name, new Callbacks.Message(false, raw, headers(request)));
        } catch (Callbacks.Unknown e) {
            throw new Refusal(ProblemCode.REQUEST_UNKNOWN_PATH);
        }
    }

    @GetMapping(Paths.CALLBACK)
    ResponseEntity<byte[]> query(@PathVariable String system, @PathVariable String name, HttpServletRequest request) {
        var raw = Objects.requireNonNullElse(request.getQueryString(), "").getBytes(StandardCharsets.UTF_8);
        return take(system, name, new Callbacks.Message(true, raw, headers(request)));
    }

    private ResponseEntity<byte[]> take(String system, String name, Callbacks.Message message) {
        try {
            var answer = callbacks.take(system, name, message);
            var response = ResponseEntity.status(answer.status());
            if (answer.mediaType() != null) {
                response.contentType(MediaType.parseMediaType(answer.mediaType()));
            }
            return response.body(answer.body());
        } catch (Callbacks.Unknown e) {
            throw new Refusal(ProblemCode.REQUEST_UNKNOWN_PATH);
        } catch (Callbacks.Unproven e) {
            throw new Refusal(ProblemCode.CALLER_UNPROVEN);
        }
    }

    /** Of a header that stands several times the first; a caller cannot say one thing to us and another to a proxy. */
    private static Map<String, String> headers(HttpServletRequest request) {
        var headers = new HashMap<String, String>();
        request.getHeaderNames()
                .asIterator()
                .forEachRemaining(name -> headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name)));
        return headers;
    }
}
