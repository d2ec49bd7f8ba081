package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.inquiry.Inquiries;
import vn.lienthong.hub.security.Caller;

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
        return Answers.of(inquiries.ask(question, body, caller), body);
    }
}
