package vn.lienthong.hub.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.deadline.Office.CALENDAR;
import static vn.lienthong.hub.deadline.Office.DEADLINES;
import static vn.lienthong.hub.deadline.Office.at;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.catalog.DueRule;
import vn.lienthong.hub.catalog.Procedure.RuleVersion;
import vn.lienthong.hub.deadline.Reckoning.Day;

class ReckoningTest {
    private static final int DRAWS = 1_000;
    private static final long SECONDS =
            Duration.between(at("2024-01-02T00:00"), at("2026-07-01T00:00")).toSeconds();

    @RepeatedTest(5)
    void tellsTheDueTimeThatIsGiven(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        for (int draw = 0; draw < DRAWS; draw++) {
            var receivedAt = at("2024-01-02T00:00").plusSeconds(random.nextLong(SECONDS));
            var rule = rule(random);

            assertThat(DEADLINES.reckon(rule, receivedAt).dueAt()).isEqualTo(DEADLINES.due(rule, receivedAt));
        }
    }

    private static DueRule rule(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new DueRule.WorkingHours(random.nextInt(1, 40));
            case 1 -> new DueRule.WorkingDays(random.nextInt(1, 40));
            case 2 -> new DueRule.CalendarDays(random.nextInt(1, 40));
            default -> DueRule.parse("same day before 15:00");
        };
    }

    @Test
    void countsWorkingHoursDayByDay() {
        var way = (Reckoning.Working) reckon("4 working hours", "2025-08-15T15:00");

        assertThat(way.days())
                .containsExactly(
                        new Day(LocalDate.of(2025, 8, 15), "07:00-11:30, 13:30-17:00", null, 7200),
                        new Day(LocalDate.of(2025, 8, 16), "", null, 0),
                        new Day(LocalDate.of(2025, 8, 17), "", null, 0),
                        new Day(LocalDate.of(2025, 8, 18), "07:00-11:30, 13:30-17:00", null, 7200));
        assertThat(way.dueAt()).isEqualTo(at("2025-08-18T09:00"));
    }

    @Test
    void saysWhichSideOfTheCutOffAndWhatWasPushedOver() {
        var inTime = (Reckoning.SameDay) reckon("same day before 15:00", "2025-08-12T09:15");
        assertThat(inTime.inTime()).isTrue();
        assertThat(inTime.daysOff()).isEmpty();

        var late = (Reckoning.SameDay) reckon("same day before 15:00", "2025-04-29T15:00");
        assertThat(late.inTime()).isFalse();
        assertThat(late.daysOff())
                .hasSize(5)
                .allMatch(Day::isOff)
                .first()
                .satisfies(day -> assertThat(day.announced()).isNotBlank());
        assertThat(late.dueAt()).isEqualTo(at("2025-05-05T17:00"));
    }

    @Test
    void reckonsUnderTheCalendarOfThen() {
        var then = CALENDAR.knownOn(LocalDate.of(2025, 12, 24));
        var rule = DueRule.parse("5 working days");

        assertThat(DEADLINES.under(then.version()).orElseThrow().due(rule, at("2025-12-29T09:00")))
                .isEqualTo(at("2026-01-06T09:00"));
        assertThat(DEADLINES.under(CALENDAR.version())).isPresent();
        assertThat(List.of("", "2025-1", "2025-12-24-00000000"))
                .allMatch(version -> DEADLINES.under(version).isEmpty());
    }

    @Test
    void readsAVersionOfRulesBack() {
        for (var procedure : List.of("2.000815", "1.001193")) {
            assertThat(Office.procedure(procedure).rules())
                    .allSatisfy(rules ->
                            assertThat(RuleVersion.parse(rules.version())).isEqualTo(rules));
        }
        var two = RuleVersion.parse("2025-07-01 3 working days, online 2 working days");
        assertThat(two.through("online")).isEqualTo(new DueRule.WorkingDays(2));
        assertThat(two.through("post")).isEqualTo(new DueRule.WorkingDays(3));
    }

    private static Reckoning reckon(String rule, String receivedAt) {
        return DEADLINES.reckon(DueRule.parse(rule), at(receivedAt));
    }
}
