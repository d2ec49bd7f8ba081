package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.OffsetDateTime;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.exchange.RecordedMessages;
import vn.lienthong.hub.exchange.RecordedMessages.Asked;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.security.Caller;

/** Hands out what systems were told, to be mapped once more elsewhere. */
@RestController
final class RecordedMessageController {
    private static final int USUAL = 100;

    private final Requests requests;
    private final RecordedMessages messages;

    RecordedMessageController(Requests requests, RecordedMessages messages) {
        this.requests = requests;
        this.messages = messages;
    }

    @PostMapping(path = Paths.RECORDED_MESSAGES, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> read(@AuthenticationPrincipal Caller caller, HttpServletRequest request) throws IOException {
        var body = requests.body("readRecordedMessages", request);
        var asked = new Asked(
                OffsetDateTime.parse(body.get("since").asText()),
                body.path("system").textValue(),
                body.path("after").asLong(0),
                body.path("limit").asInt(USUAL),
                body.get("purpose").asText());
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(Json.bytes(messages.read(asked, caller)));
    }
}
