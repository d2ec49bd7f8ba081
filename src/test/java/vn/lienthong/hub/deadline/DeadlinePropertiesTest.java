package vn.lienthong.hub.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.deadline.Office.CALENDAR;
import static vn.lienthong.hub.deadline.Office.DEADLINES;
import static vn.lienthong.hub.deadline.Office.at;

import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import vn.lienthong.hub.catalog.DueRule;

/** What holds for every moment and every rule, on moments and rules drawn from a seed that a failure names. */
class DeadlinePropertiesTest {
    private static final int DRAWS = 2_000;
    private static final OffsetDateTime FIRST = at("2024-01-01T00:00");
    private static final long TWO_YEARS_AND_A_HALF =
            Duration.between(FIRST, at("2026-07-01T00:00")).toSeconds();

    private Random random = new Random();

    @RepeatedTest(5)
    void neverEndsOnADayOffOrOutsideHours(RepetitionInfo seed) {
        drawAll(seed, () -> {
            var dueAt = DEADLINES.due(rule(), moment());

            assertThat(CALENDAR.isWorkingDay(dueAt.toLocalDate())).isTrue();
            assertThat(dueAt.toLocalTime())
                    .satisfiesAnyOf(
                            time -> assertThat(time)
                                    .isAfter(LocalTime.of(7, 0))
                                    .isBeforeOrEqualTo(LocalTime.of(11, 30)),
                            time -> assertThat(time)
                                    .isAfter(LocalTime.of(13, 30))
                                    .isBeforeOrEqualTo(LocalTime.of(17, 0)));
        });
    }

    @RepeatedTest(5)
    void neverEndsBeforeItBegins(RepetitionInfo seed) {
        drawAll(seed, () -> {
            var receivedAt = moment();

            assertThat(DEADLINES.due(rule(), receivedAt)).isAfter(receivedAt);
        });
    }

    @RepeatedTest(5)
    void neverEndsEarlierForALaterReception(RepetitionInfo seed) {
        drawAll(seed, () -> {
            var rule = rule();
            var receivedAt = moment();
            var later = receivedAt.plusSeconds(random.nextInt(1, 500_000));

            assertThat(DEADLINES.due(rule, later)).isAfterOrEqualTo(DEADLINES.due(rule, receivedAt));
        });
    }

    @RepeatedTest(5)
    void neverEndsEarlierForALongerRule(RepetitionInfo seed) {
        drawAll(seed, () -> {
            var receivedAt = moment();
            int days = random.nextInt(1, 60);

            assertThat(DEADLINES.due(new DueRule.WorkingDays(days + 1), receivedAt))
                    .isAfter(DEADLINES.due(new DueRule.WorkingDays(days), receivedAt));
            assertThat(DEADLINES.due(new DueRule.CalendarDays(days + 1), receivedAt))
                    .isAfterOrEqualTo(DEADLINES.due(new DueRule.CalendarDays(days), receivedAt));
        });
    }

    @RepeatedTest(5)
    void addsUpWhereverItIsSplit(RepetitionInfo seed) {
        drawAll(seed, () -> {
            var from = moment();
            var one = working();
            var other = working();

            assertThat(CALENDAR.add(CALENDAR.add(from, one), other)).isEqualTo(CALENDAR.add(from, one.plus(other)));
        });
    }

    @RepeatedTest(5)
    void countsTheSameWhereverItIsSplit(RepetitionInfo seed) {
        drawAll(seed, () -> {
            var from = moment();
            var between = moment();
            var to = moment();

            assertThat(CALENDAR.between(from, between).plus(CALENDAR.between(between, to)))
                    .isEqualTo(CALENDAR.between(from, to));
        });
    }

    @RepeatedTest(5)
    void countsWhatItAdded(RepetitionInfo seed) {
        drawAll(seed, () -> {
            var from = moment();
            var working = working();

            assertThat(CALENDAR.between(from, CALENDAR.add(from, working))).isEqualTo(working);
        });
    }

    @RepeatedTest(5)
    void takesNothingFromWhoWaitsOutsideWorkingTime(RepetitionInfo seed) {
        drawAll(seed, () -> {
            var receivedAt = moment();
            var dueAt = CALENDAR.add(receivedAt, working());

            assertThat(DEADLINES.afterWaiting(dueAt, receivedAt, CALENDAR.opening(receivedAt)))
                    .isEqualTo(dueAt);
        });
    }

    @RepeatedTest(5)
    void usesAndLeavesTogetherWhatWasAllowedWhateverWasWaited(RepetitionInfo seed) {
        drawAll(seed, () -> {
            var receivedAt = moment();
            var issued = CALENDAR.add(receivedAt, working());
            var asked = receivedAt.plusSeconds(random.nextInt(1, 5_000_000));
            var waits = List.of(new Wait(asked, asked.plusSeconds(random.nextInt(1, 5_000_000))));
            var allowed = CALENDAR.between(receivedAt, issued).toSeconds() / 60;
            var at = receivedAt.plusSeconds(random.nextInt(1, 10_000_000));

            var balance = DEADLINES.balance(receivedAt, issued, waits, 1, at);

            // both are rounded down, so a minute may be missing
            assertThat(balance.minutesUsed() + balance.minutesLeft()).isBetween(allowed - 1, allowed);
            assertThat(balance.dueAt()).isAfterOrEqualTo(issued);
            assertThat(CALENDAR.isWorkingDay(balance.dueAt().toLocalDate())).isTrue();
        });
    }

    private void drawAll(RepetitionInfo seed, Runnable property) {
        random = new Random(seed.getCurrentRepetition());
        for (int i = 0; i < DRAWS; i++) {
            property.run();
        }
    }

    private OffsetDateTime moment() {
        return FIRST.plusSeconds(random.nextLong(TWO_YEARS_AND_A_HALF));
    }

    private Duration working() {
        return Duration.ofSeconds(random.nextLong(1, 40 * 8 * 3_600));
    }

    private DueRule rule() {
        return switch (random.nextInt(4)) {
            case 0 -> new DueRule.WorkingHours(random.nextInt(1, 100));
            case 1 -> new DueRule.WorkingDays(random.nextInt(1, 60));
            case 2 -> new DueRule.CalendarDays(random.nextInt(1, 90));
            default -> new DueRule.SameDay(LocalTime.of(15, 0));
        };
    }
}
