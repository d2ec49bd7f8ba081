package vn.lienthong.hub.facade;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.payment.Attention;
import vn.lienthong.hub.payment.Finding;
import vn.lienthong.hub.payment.PaymentOrder;
import vn.lienthong.hub.payment.PaymentState;
import vn.lienthong.hub.payment.Payments;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

/** One order, as a test sets it. */
final class PlayedPayments implements Payments {
    static final String NUMBER = "01989e4f1b527d0a9d3e5f6a0b1c2d3e";
    static final String PAY_URL = "https://thanhtoan.example/pay/" + NUMBER;

    volatile PaymentState state = PaymentState.OPEN;
    volatile boolean known;
    volatile boolean sent = true;
    volatile boolean answered = true;
    volatile @Nullable Attention attention;
    volatile @Nullable Finding found;

    private PaymentOrder order() {
        var at = OffsetDateTime.parse("2025-08-12T13:45:00+07:00");
        return new PaymentOrder(
                NUMBER,
                FacadeStory.DOSSIER,
                1,
                "some-payment",
                8000,
                Json.MAPPER
                        .createObjectNode()
                        .set(
                                "fee",
                                Json.MAPPER
                                        .createObjectNode()
                                        .put("code", "LP01")
                                        .put("amount", 8000)),
                state,
                sent ? at : null,
                0,
                "00",
                answered ? PAY_URL : null,
                null,
                null,
                false,
                attention,
                null,
                null,
                at,
                at.plusDays(1));
    }

    @Override
    public Ordered order(String dossier, @Nullable String key, JsonNode wish, Caller caller) {
        return new Ordered(order(), known);
    }

    @Override
    public List<PaymentOrder> of(String dossier) {
        return List.of(order());
    }

    @Override
    public Optional<PaymentOrder> settle(String dossier, String number, Finding finding, String by) {
        found = finding;
        return number.equals(NUMBER) ? Optional.of(order()) : Optional.empty();
    }

    @Override
    public List<PaymentOrder> inNeedOfAPerson(UnitScope scope, @Nullable String after, int limit) {
        return List.of(order());
    }
}
