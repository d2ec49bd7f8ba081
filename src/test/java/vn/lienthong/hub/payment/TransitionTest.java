package vn.lienthong.hub.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole table, as the reference page shows it. */
class TransitionTest {
    @ParameterizedTest
    @CsvSource({
        // state, OPENED, NOT_SENT, REFUSED, IN_DOUBT, PAID, OTHER_AMOUNT, PENDING, FAILED, ABSENT, TIME_OVER, LET_GO
        "NEW,     OPEN,    NEW,     FAILED,  UNKNOWN, PAID, UNKNOWN, UNKNOWN, FAILED,  FAILED,  EXPIRED, FAILED",
        "OPEN,    OPEN,    OPEN,    OPEN,    UNKNOWN, PAID, UNKNOWN, UNKNOWN, FAILED,  UNKNOWN, EXPIRED, FAILED",
        "UNKNOWN, OPEN,    UNKNOWN, FAILED,  UNKNOWN, PAID, UNKNOWN, UNKNOWN, FAILED,  FAILED,  EXPIRED, FAILED",
        "PAID,    PAID,    PAID,    PAID,    PAID,    PAID, PAID,    PAID,    PAID,    PAID,    PAID, PAID",
        "FAILED,  FAILED,  FAILED,  FAILED,  FAILED,  PAID, UNKNOWN, FAILED,  FAILED,  FAILED,  FAILED, FAILED",
        "EXPIRED, EXPIRED, EXPIRED, EXPIRED, EXPIRED, PAID, UNKNOWN, EXPIRED, EXPIRED, EXPIRED, EXPIRED, EXPIRED"
    })
    void goesFromStateToState(
            PaymentState from,
            PaymentState opened,
            PaymentState notSent,
            PaymentState refused,
            PaymentState inDoubt,
            PaymentState paid,
            PaymentState otherAmount,
            PaymentState pending,
            PaymentState failed,
            PaymentState absent,
            PaymentState timeOver,
            PaymentState letGo) {
        var expected = new PaymentState[] {
            opened, notSent, refused, inDoubt, paid, otherAmount, pending, failed, absent, timeOver, letGo
        };
        assertThat(Arrays.stream(News.values()).map(news -> Transition.next(from, news)))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @EnumSource
    void losesNoMoney(PaymentState from) {
        assertThat(Transition.next(from, News.PAID)).isEqualTo(PaymentState.PAID);
        assertThat(Transition.next(from, News.OTHER_AMOUNT)).isIn(PaymentState.UNKNOWN, PaymentState.PAID);
    }

    @Test
    void givesUpWhatCanBePaidOnlyByAnAnswerOrAPerson() {
        var ends = EnumSet.allOf(News.class);
        ends.removeIf(news -> !Transition.next(PaymentState.OPEN, news).isGivenUp());

        assertThat(ends).containsExactlyInAnyOrder(News.FAILED, News.TIME_OVER, News.LET_GO);
    }
}
