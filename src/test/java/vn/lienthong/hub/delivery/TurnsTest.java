package vn.lienthong.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.hub.catalog.KnownFailures;
import vn.lienthong.hub.connector.Desk;
import vn.lienthong.hub.connector.Outcome;

/** What people of an office read. */
class TurnsTest {
    private static final KnownFailures FAILURES = KnownFailures.read(Path.of("mappings/catalogue/failures"));
    private static final PlannedOutages NONE = new PlannedOutages(null);
    private static Desk desk;
    private static Turns turns;

    @BeforeAll
    static void start() {
        desk = new Desk();
        turns = new Turns(desk.breakers(), FAILURES, NONE);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "DELIVERED | 0 | Đã ghi nhận | Bàn thử đã nhận: Đã ghi nhận",
                "DELIVERED | 0 | -           | Bàn thử đã nhận",
                "DELIVERED | 0 | ''          | Bàn thử đã nhận",
                "REFUSED   | 3 | thiếu tên   | Bàn thử từ chối: thiếu tên",
                "REFUSED   | 3 | ''          | Bàn thử từ chối (mã 3)",
                "PENDING   | - | -           | -",
                "PENDING   | http.503 | -    | Sẽ gửi lại (mã http.503)",
                "PARKED    | hub.timeout | quá giờ | 'Đỗ lại, chờ người xử lý: quá giờ'",
                "UNCERTAIN | hub.timeout | quá giờ | 'Chưa rõ đã đến chưa, sẽ hỏi lại Bàn thử: quá giờ'",
            })
    void endsNoSentenceInTheMiddle(DeliveryState state, String code, String answer, String words) {
        assertThat(turns.inWords(desk.card(), state, code, answer)).isEqualTo(words);
    }

    @ParameterizedTest
    @EnumSource
    void saysWhoseTurnItIsUnlessNothingIsLeftToDo(DeliveryState state) {
        assertThat(turns.waitingOn(desk.card(), state) == null).isEqualTo(state.isDone());
    }

    @ParameterizedTest
    @EnumSource
    void advisesOnlyWhereSomethingIsLeftToDo(DeliveryState state) {
        var advised = turns.advice(desk.card(), state, "hub.timeout", null) != null;
        assertThat(advised).isEqualTo(!state.isDone() && state != DeliveryState.LEASED);
    }

    @Test
    void saysThatTheSystemIsAwayAsPlannedAndUntilWhen() {
        var until = OffsetDateTime.parse("2025-10-03T02:00:00+07:00");
        var away = new Turns(desk.breakers(), FAILURES, new PlannedOutages(until));

        assertThat(away.inWords(desk.card(), DeliveryState.PENDING, "hub.timeout", "quá giờ"))
                .isEqualTo("Bàn thử tạm dừng theo kế hoạch đến 02:00 03/10/2025: Nâng cấp");
        assertThat(away.inWords(desk.card(), DeliveryState.DELIVERED, null, null))
                .isEqualTo("Bàn thử đã nhận");
        assertThat(away.waitingOn(desk.card(), DeliveryState.PENDING)).isEqualTo("desk");
        assertThat(away.notBefore(desk.card(), until.minusHours(1).toInstant())).isEqualTo(until.toInstant());
        assertThat(away.notBefore(desk.card(), until.plusHours(1).toInstant()))
                .isEqualTo(until.plusHours(1).toInstant());
    }

    @Test
    void saysThatTheWholeQueueWaitsForASystemThatIsDown() {
        try (var down = new Desk()) {
            IntStream.range(0, 10)
                    .forEach(n -> down.breakers().call(down.card(), () -> new Outcome.Unreachable(null, null, false)));
            var said = new Turns(down.breakers(), FAILURES, NONE);

            assertThat(said.waitingOn(down.card(), DeliveryState.PENDING)).isEqualTo("desk");
            assertThat(said.inWords(down.card(), DeliveryState.PENDING, null, null))
                    .isEqualTo("Bàn thử đang không liên lạc được, chờ cùng cả hàng đợi");
        }
    }
}
