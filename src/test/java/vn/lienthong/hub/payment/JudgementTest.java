package vn.lienthong.hub.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.hub.json.Json;

/** Money that comes a second time, and clocks of payment systems that are wrong. */
class JudgementTest {
    private static final OffsetDateTime ORDERED = OffsetDateTime.parse("2025-08-12T09:15:00+07:00");
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2025-08-12T09:30:00+07:00");

    private static PaymentOrder order(PaymentState state, @Nullable String reference) {
        return new PaymentOrder(
                "n1",
                "D",
                1,
                "demo",
                8000,
                Json.MAPPER.createObjectNode(),
                state,
                ORDERED,
                0,
                null,
                null,
                reference,
                null,
                false,
                null,
                null,
                null,
                ORDERED,
                ORDERED.plusDays(1));
    }

    private static Judgement paid(PaymentOrder order, @Nullable String reference, @Nullable String at) {
        var paidAt = at == null ? null : OffsetDateTime.parse(at);
        return Judgement.of(order, new Told(News.PAID, 8000L, reference, paidAt, null, null), NOW.toInstant());
    }

    @Test
    void aPaymentUnderAnotherReferenceIsASecondOneAndMustBeGivenBack() {
        assertThat(paid(order(PaymentState.PAID, "A"), "B", null).after().attention())
                .isEqualTo(Attention.PAID_TWICE);
    }

    @Test
    void theSameReferenceOrNoneIsTheSamePayment() {
        assertThat(paid(order(PaymentState.PAID, "A"), "A", null).after().attention())
                .isNull();
        assertThat(paid(order(PaymentState.PAID, "A"), null, null).after().attention())
                .isNull();
        assertThat(paid(order(PaymentState.PAID, null), "A", null).after().attention())
                .isNull();
    }

    /** It can be paid neither before it was ordered nor after it is known. */
    @ParameterizedTest
    @CsvSource({
        "2025-08-12T09:20:00+07:00, 2025-08-12T09:20:00+07:00",
        "2025-08-12T09:14:59+07:00, 2025-08-12T09:30:00+07:00",
        "2025-08-12T09:30:01+07:00, 2025-08-12T09:30:00+07:00",
        ", 2025-08-12T09:30:00+07:00"
    })
    void theTimeOfAPaymentIsOneAtWhichItCanHaveBeenMade(@Nullable String claimed, String kept) {
        assertThat(paid(order(PaymentState.OPEN, null), "A", claimed).after().paidAt())
                .isEqualTo(OffsetDateTime.parse(kept));
    }
}
