package vn.lienthong.hub.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.Dossier;
import vn.lienthong.hub.ledger.DossierState;
import vn.lienthong.hub.ledger.DossierState.Fee;
import vn.lienthong.hub.ledger.DossierStatus;
import vn.lienthong.hub.ledger.SubmissionRefused;

/** Which fee an order is for. */
class FeeDueTest {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2025-08-12T09:15:00+07:00");

    private static Dossier owing(Fee... fees) {
        var state =
                new DossierState(DossierStatus.AWAITING_PAYMENT, AT, null, null, List.of(), List.of(fees), List.of());
        return new Dossier(
                "D",
                "31",
                "11086",
                "1.001193",
                "HT",
                "online",
                AT,
                "x",
                null,
                null,
                null,
                null,
                null,
                2,
                AT,
                Json.MAPPER.createObjectNode(),
                state);
    }

    private static Fee fee(String code, long amount, OffsetDateTime paidAt) {
        return new Fee(code, code, amount, AT, paidAt, null);
    }

    private static JsonNode wish(String json) {
        return Json.parse(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void assertNothingDue(Dossier dossier, String wish) {
        assertThatThrownBy(() -> FeeDue.of(dossier, wish(wish)))
                .isInstanceOfSatisfying(
                        SubmissionRefused.class, e -> assertThat(e.code()).isEqualTo("payment.nothing-due"));
    }

    @Test
    void isTheFirstThatNobodyHasPaid() {
        var due = FeeDue.of(owing(fee("A", 5000, AT), fee("B", 8000, null)), wish("{}"));

        assertThat(due.place()).isEqualTo(2);
        assertThat(due.amount()).isEqualTo(8000);
    }

    @Test
    void isNoneThatIsPaidOrCostsNothingOrIsCalledOtherwise() {
        assertNothingDue(owing(fee("A", 5000, AT)), "{}");
        assertNothingDue(owing(fee("A", 0, null)), "{}");
        assertNothingDue(owing(fee("A", 5000, null)), "{\"fee\":{\"code\":\"B\"}}");
    }
}
