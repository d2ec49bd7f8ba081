package vn.lienthong.hub.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.local.LocalClient.OPS;
import static vn.lienthong.hub.local.LocalClient.UPSTREAM_DAI_SON;
import static vn.lienthong.hub.local.LocalClient.UPSTREAM_HAI_PHONG;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.DossierStatus;
import vn.lienthong.hub.payment.Attention;
import vn.lienthong.hub.payment.Finding;
import vn.lienthong.hub.payment.PaymentState;

/** What callers see of orders; every answer is held to the contract. */
class PaymentDoorIT extends FacadeStory {
    private static final String PAYMENTS = "/api/v1/dossiers/" + DOSSIER + "/payments";
    private static final String SETTLE = PAYMENTS + "/" + PlayedPayments.NUMBER + "/settle";

    @Autowired
    PlayedPayments payments;

    @BeforeEach
    void haveADossier() {
        ledger.put(DOSSIER, "31", "11086", DossierStatus.AWAITING_PAYMENT);
    }

    @AfterEach
    void calm() {
        payments.state = PaymentState.OPEN;
        payments.known = false;
        payments.sent = true;
        payments.answered = true;
        payments.attention = null;
    }

    private HttpResponse<String> order() {
        return post(PAYMENTS, UPSTREAM_DAI_SON, example("orderPayment", "fee"));
    }

    @Test
    void aNewOrderIsCreated() {
        var answer = order();

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json(answer).path("order").asText()).isEqualTo(PlayedPayments.NUMBER);
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void theOrderThatThereIsIsShownAgain() {
        payments.known = true;

        assertThat(order().statusCode()).isEqualTo(200);
    }

    @Test
    void anOrderOnItsWaySaysWhenToAskAgain() {
        payments.answered = false;
        payments.state = PaymentState.UNKNOWN;

        assertThat(order().headers().firstValue("Retry-After")).hasValue("2");
    }

    @Test
    void anOrderThatDidNotLeaveMayBeRepeated() {
        payments.state = PaymentState.NEW;
        payments.sent = false;

        assertProblem(order(), 503, "system.unavailable");
    }

    @Test
    void nobodyIsSentToPayWhatNobodyOwes() {
        // the dossier that is played owes nothing
        assertThat(json(order()).has("payUrl")).isFalse();
    }

    @Test
    void whatAPersonMustLookAtIsToldInVietnamese() {
        payments.attention = Attention.AMOUNT_DIFFERS;

        var answer = json(get("/api/v1/payments/to-settle", OPS)).at("/items/0/attention");

        assertThat(answer.path("code").asText()).isEqualTo("amount-differs");
        assertThat(answer.path("message").asText()).isEqualTo(Attention.AMOUNT_DIFFERS.message());
    }

    @Test
    void whatAPersonFoundOutIsTaken() {
        var answer = post(SETTLE, OPS, example("settlePayment", "paid"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(payments.found)
                .isEqualTo(
                        new Finding(Finding.What.PAID, 8000L, "GD250812001", null, "Người nộp đã nộp bù phần thiếu"));
        assertThat(post(SETTLE, OPS, example("settlePayment", "not-paid")).statusCode())
                .isEqualTo(200);
        assertThat(post(SETTLE, OPS, example("settlePayment", "dealt-with")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatThereIsNotCannotBeSettled() {
        assertProblem(
                post(SETTLE.replace(PlayedPayments.NUMBER, "x"), OPS, example("settlePayment", "not-paid")),
                404,
                "payment.not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"finding\": \"not-paid\"}",
                "{\"finding\": \"not-paid\", \"reason\": \" \"}",
                "{\"finding\": \"paid\", \"reason\": \"x\"}",
                "{\"finding\": \"paid\", \"reason\": \"x\", \"amount\": 8000}",
                "{\"finding\": \"not-paid\", \"reason\": \"x\", \"reference\": \"GD1\"}",
                "{\"finding\": \"lost\", \"reason\": \"x\"}"
            })
    void aFindingSaysAllAndNoMore(String body) {
        var answer = post(SETTLE, OPS, Json.parse(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertProblem(answer, 422, "request.invalid");
    }

    @Test
    void ordersOfOtherUnitsDoNotExist() {
        ledger.put(DOSSIER, "01", "00004", DossierStatus.AWAITING_PAYMENT);

        assertProblem(get(PAYMENTS, UPSTREAM_HAI_PHONG), 404, "dossier.not-found");
        assertProblem(order(), 404, "dossier.not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\": 1}",
                "{\"returnUrl\": \"javascript:alert(1)\"}",
                "{\"payerAddress\": \"1.2.3.4|x\"}",
                "{\"lines\": [{\"name\": \"x\", \"amount\": 0}]}",
                "{\"system\": \"../x\"}"
            })
    void takesOnlyWhatTheContractNames(String body) {
        var answer =
                post(PAYMENTS, UPSTREAM_DAI_SON, Json.parse(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertProblem(answer, 422, "request.invalid");
    }
}
