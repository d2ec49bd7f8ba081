package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.exchange.Exchanges;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;

/** What went to systems and came back: masked, or as it was with a purpose. */
@RestController
final class ExchangeController {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Requests requests;
    private final DossierStates states;
    private final Exchanges exchanges;

    ExchangeController(Requests requests, DossierStates states, Exchanges exchanges) {
        this.requests = requests;
        this.states = states;
        this.exchanges = exchanges;
    }

    @GetMapping(path = Paths.DOSSIER_DELIVERIES, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> deliveries(@AuthenticationPrincipal Caller caller, @PathVariable String code) {
        var dossier = states.visible(code, caller);
        return items(exchanges.deliveries(dossier.code()));
    }

    @GetMapping(path = Paths.EXCHANGES, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> masked(@AuthenticationPrincipal Caller caller, @PathVariable String delivery) {
        return found(exchanges.masked(number(delivery), caller));
    }

    @PostMapping(
            path = Paths.EXCHANGES_DISCLOSURE,
            consumes = APPLICATION_JSON_VALUE,
            produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> disclosed(
            @AuthenticationPrincipal Caller caller, @PathVariable String delivery, HttpServletRequest request)
            throws IOException {
        var body = requests.body("discloseExchanges", request);
        return found(exchanges.disclosed(number(delivery), body.get("purpose").asText(), caller));
    }

    @GetMapping(path = Paths.EXCHANGES_DIFFERENCE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> difference(
            @AuthenticationPrincipal Caller caller, @PathVariable String delivery, HttpServletRequest request) {
        var query = requests.query("compareExchanges", request);
        return exchanges
                .difference(
                        number(delivery),
                        query.get("one").asInt(),
                        query.get("other").asInt(),
                        caller)
                .map(ExchangeController::items)
                .orElseThrow(ExchangeController::notFound);
    }

    @GetMapping(path = Paths.ANONYMISED, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> anonymised(
            @AuthenticationPrincipal Caller caller, @PathVariable String delivery, HttpServletRequest request) {
        var query = requests.query("anonymiseExchange", request);
        return found(
                exchanges.anonymised(number(delivery), query.path("attempt").asInt(0), caller));
    }

    private static ResponseEntity<byte[]> items(List<?> items) {
        return json(Map.of("items", items));
    }

    private static ResponseEntity<byte[]> found(Optional<?> found) {
        return json(found.orElseThrow(ExchangeController::notFound));
    }

    private static ResponseEntity<byte[]> json(Object body) {
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(Json.bytes(body));
    }

    private static long number(String delivery) {
        if (!NUMBER.matcher(delivery).matches()) {
            throw notFound();
        }
        return Long.parseLong(delivery);
    }

    private static Refusal notFound() {
        return new Refusal(ProblemCode.DELIVERY_NOT_FOUND);
    }
}
