package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.payment.Finding;
import vn.lienthong.hub.payment.PaymentOrder;
import vn.lienthong.hub.payment.Payments;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;

/** Orders the payment of fees, and shows what became of the orders. */
@RestController
final class PaymentController {
    /** Seconds after which an order that is on its way may have arrived. */
    private static final String SOON = "2";

    private final Requests requests;
    private final DossierStates states;
    private final Payments payments;

    PaymentController(Requests requests, DossierStates states, Payments payments) {
        this.requests = requests;
        this.states = states;
        this.payments = payments;
    }

    record Orders(List<PaymentView> items) {}

    @PostMapping(path = Paths.PAYMENTS, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> order(
            @AuthenticationPrincipal Caller caller, @PathVariable String code, HttpServletRequest request)
            throws IOException {
        Paths.requireDossierCode(code);
        var key = IdempotencyKey.of(request);
        var wish = requests.body("orderPayment", request);
        var dossier = states.visible(code, caller);
        var ordered = payments.order(code, key, wish, caller);
        if (ordered.order().isUnsent()) {
            throw new Refusal(ProblemCode.SYSTEM_UNAVAILABLE);
        }
        var answer = ResponseEntity.status(ordered.known() ? HttpStatus.OK : HttpStatus.CREATED)
                .contentType(APPLICATION_JSON);
        if (isOnItsWay(ordered.order())) {
            answer.header("Retry-After", SOON);
        }
        return answer.body(Json.bytes(PaymentView.of(ordered.order(), dossier.state())));
    }

    private static boolean isOnItsWay(PaymentOrder order) {
        return order.payUrl() == null && !order.state().isEnd();
    }

    @GetMapping(path = Paths.PAYMENTS, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> list(
            @AuthenticationPrincipal Caller caller, @PathVariable String code, HttpServletRequest request) {
        requests.query("listPayments", request);
        var dossier = states.visible(code, caller);
        var orders = payments.of(code).stream()
                .map(order -> PaymentView.of(order, dossier.state()))
                .toList();
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(Json.bytes(new Orders(orders)));
    }

    @PostMapping(path = Paths.PAYMENT_SETTLE, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> settle(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String code,
            @PathVariable String order,
            HttpServletRequest request)
            throws IOException {
        var finding = finding(requests.body("settlePayment", request));
        var dossier = states.visible(code, caller);
        var settled = payments.settle(code, order, finding, caller.client())
                .orElseThrow(() -> new Refusal(ProblemCode.PAYMENT_NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(APPLICATION_JSON)
                .body(Json.bytes(PaymentView.of(settled, dossier.state())));
    }

    private static Finding finding(JsonNode body) {
        var paidAt = body.path("paidAt").textValue();
        return new Finding(
                Finding.What.of(body.path("finding").asText()),
                body.has("amount") ? body.get("amount").asLong() : null,
                body.path("reference").textValue(),
                paidAt == null ? null : OffsetDateTime.parse(paidAt),
                body.path("reason").asText());
    }

    @GetMapping(path = Paths.PAYMENTS_TO_SETTLE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> toSettle(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        var query = requests.query("listPaymentsToSettle", request);
        var limit = Page.limit(query);
        var found = payments.inNeedOfAPerson(caller.scope(), query.path("after").textValue(), limit + 1);
        return Page.of(found, limit, PaymentView::of, PaymentOrder::number).answer(Paths.PAYMENTS_TO_SETTLE, query);
    }
}
