package vn.lienthong.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.delivery.DeliveryState.DELIVERED;
import static vn.lienthong.hub.delivery.DeliveryState.PARKED;
import static vn.lienthong.hub.delivery.DeliveryState.PENDING;
import static vn.lienthong.hub.delivery.DeliveryState.REFUSED;
import static vn.lienthong.hub.delivery.DeliveryState.UNCERTAIN;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Outcome;

/** The whole table. The card waits 1, 10 and 100 seconds: a fourth attempt in doubt is one too many. */
class TransitionTest {
    private static final Outcome YES = new Outcome.Acknowledged("0", null, null, null, null);
    private static final Outcome NO = new Outcome.Refused("3", "never");
    private static final Outcome DOWN = new Outcome.Unreachable("http.503", null, false);
    private static final Outcome DOUBT = new Outcome.Uncertain("hub.timeout", null);
    private static final Outcome ABSENT = new Outcome.Absent(null, null);

    private static final SystemCard PROBED = Waiting.card(SystemCard.Uncertain.PROBE, 1, 10, 100);
    private static final SystemCard RESENT = Waiting.card(SystemCard.Uncertain.RESEND, 1, 10, 100);
    private static final SystemCard LEFT_TO_PEOPLE = Waiting.card(SystemCard.Uncertain.PARK, 1, 10, 100);

    private static Transition to(DeliveryState state, int seconds, int attempts) {
        return new Transition(state, Duration.ofSeconds(seconds), attempts);
    }

    private static History after(int attempts) {
        return new History(attempts, false);
    }

    private static History whileDown(int attempts) {
        return new History(attempts, true);
    }

    static Stream<SystemCard> cards() {
        return Stream.of(PROBED, RESENT, LEFT_TO_PEOPLE);
    }

    @Nested
    class Sent {
        @ParameterizedTest
        @MethodSource("vn.lienthong.hub.delivery.TransitionTest#cards")
        void endsWithAClearAnswer(SystemCard card) {
            assertThat(Transition.afterSend(YES, after(2), card)).isEqualTo(to(DELIVERED, 0, 2));
            assertThat(Transition.afterSend(NO, after(2), card)).isEqualTo(to(REFUSED, 0, 2));
        }

        @ParameterizedTest
        @MethodSource("vn.lienthong.hub.delivery.TransitionTest#cards")
        void burnsNothingOnASystemThatDidNotGetIt(SystemCard card) {
            assertThat(Transition.afterSend(DOWN, after(0), card)).isEqualTo(to(PENDING, 1, 0));
            assertThat(Transition.afterSend(DOWN, after(3), card)).isEqualTo(to(PENDING, 1, 3));
        }

        @ParameterizedTest
        @CsvSource({"0,1,1", "1,10,2", "2,100,3", "3,100,4"})
        void isAskedAboutAfterALongerAndLongerPause(int before, int seconds, int attempts) {
            assertThat(Transition.afterSend(DOUBT, after(before), PROBED)).isEqualTo(to(UNCERTAIN, seconds, attempts));
        }

        @ParameterizedTest
        @CsvSource({"0,PENDING,1,1", "1,PENDING,10,2", "2,PENDING,100,3", "3,PARKED,0,4"})
        void goesAgainToASystemThatDropsRepeats(int before, DeliveryState state, int seconds, int attempts) {
            assertThat(Transition.afterSend(DOUBT, after(before), RESENT)).isEqualTo(to(state, seconds, attempts));
        }

        @Test
        void parksAtOnceWhereNobodyCanKnow() {
            assertThat(Transition.afterSend(DOUBT, after(0), LEFT_TO_PEOPLE)).isEqualTo(to(PARKED, 0, 1));
            assertThat(Transition.afterSend(DOUBT, whileDown(0), LEFT_TO_PEOPLE))
                    .isEqualTo(to(PARKED, 0, 0));
        }

        @ParameterizedTest
        @MethodSource("vn.lienthong.hub.delivery.TransitionTest#cards")
        void takesAnAbsenceThatNobodyAskedForAsDoubt(SystemCard card) {
            assertThat(Transition.afterSend(ABSENT, after(1), card))
                    .isEqualTo(Transition.afterSend(DOUBT, after(1), card));
        }

        @Test
        void burnsNothingWhileTheSystemIsDown() {
            assertThat(Transition.afterSend(DOUBT, whileDown(0), PROBED)).isEqualTo(to(UNCERTAIN, 1, 0));
            assertThat(Transition.afterSend(DOUBT, whileDown(2), PROBED)).isEqualTo(to(UNCERTAIN, 10, 2));
            assertThat(Transition.afterSend(DOUBT, whileDown(4), RESENT)).isEqualTo(to(PENDING, 100, 4));
        }
    }

    @Nested
    class SentTogether {
        @Test
        void goesAloneWhenAllWereRefused() {
            assertThat(Transition.afterRefusedTogether(after(0))).isEqualTo(to(PENDING, 0, 1));
        }
    }

    @Nested
    class AskedAbout {
        @Test
        void isDoneWhenTheSystemHasIt() {
            assertThat(Transition.afterProbe(YES, after(2), PROBED)).isEqualTo(to(DELIVERED, 0, 2));
        }

        @ParameterizedTest
        @CsvSource({"0,PENDING", "1,PENDING", "3,PENDING", "4,PARKED"})
        void goesAgainAtOnceWhenTheSystemHasItNot(int before, DeliveryState state) {
            assertThat(Transition.afterProbe(ABSENT, after(before), PROBED)).isEqualTo(to(state, 0, before));
            assertThat(Transition.afterProbe(ABSENT, whileDown(before), PROBED)).isEqualTo(to(state, 0, before));
        }

        @Test
        void staysInDoubtAndBurnsNothingWhenTheSystemIsNotReached() {
            assertThat(Transition.afterProbe(DOWN, after(4), PROBED)).isEqualTo(to(UNCERTAIN, 1, 4));
        }

        @ParameterizedTest
        @CsvSource({"0,UNCERTAIN,1,1", "2,UNCERTAIN,100,3", "3,PARKED,0,4"})
        void staysInDoubtForAsLongAsTheCardSays(int before, DeliveryState state, int seconds, int attempts) {
            var next = to(state, seconds, attempts);
            assertThat(Transition.afterProbe(DOUBT, after(before), PROBED)).isEqualTo(next);
            assertThat(Transition.afterProbe(NO, after(before), PROBED)).isEqualTo(next);
        }

        @Test
        void burnsNothingWhileTheSystemIsDown() {
            assertThat(Transition.afterProbe(DOUBT, whileDown(1), PROBED)).isEqualTo(to(UNCERTAIN, 1, 1));
            assertThat(Transition.afterProbe(DOUBT, whileDown(4), PROBED)).isEqualTo(to(UNCERTAIN, 100, 4));
        }
    }
}
