package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.journey.JourneyView;
import vn.lienthong.hub.journey.Journeys;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;

/** Linked procedures: where they are, and what people decide about them. */
@RestController
final class JourneyController {
    private final Requests requests;
    private final DossierStates states;
    private final Journeys journeys;

    JourneyController(Requests requests, DossierStates states, Journeys journeys) {
        this.requests = requests;
        this.states = states;
        this.journeys = journeys;
    }

    @GetMapping(path = Paths.JOURNEY, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> journey(@AuthenticationPrincipal Caller caller, @PathVariable String code) {
        states.visible(code, caller);
        return answer(journeys.find(code).orElseThrow(() -> new Refusal(ProblemCode.JOURNEY_NOT_FOUND)));
    }

    @PostMapping(path = Paths.JOURNEY_RESUME, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> resume(@AuthenticationPrincipal Caller caller, @PathVariable String code) {
        return decided(code, caller, () -> journeys.resume(code, caller));
    }

    @PostMapping(path = Paths.JOURNEY_STOP, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> stop(
            @AuthenticationPrincipal Caller caller, @PathVariable String code, HttpServletRequest request)
            throws IOException {
        var reason = requests.body("stopJourney", request).get("reason").asText();
        return decided(code, caller, () -> journeys.stop(code, reason, caller));
    }

    private ResponseEntity<byte[]> decided(String code, Caller caller, Supplier<JourneyView> decision) {
        journey(caller, code); // what a caller may not see, or what is not there, is not decided upon
        try {
            return answer(decision.get());
        } catch (Journeys.NotHeld e) {
            throw new Refusal(ProblemCode.JOURNEY_NOT_HELD);
        }
    }

    private static ResponseEntity<byte[]> answer(JourneyView journey) {
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(Json.bytes(journey));
    }
}
