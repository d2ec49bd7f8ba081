package vn.lienthong.hub.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.hub.deadline.Office.CALENDAR;
import static vn.lienthong.hub.deadline.Office.DEADLINES;
import static vn.lienthong.hub.deadline.Office.at;
import static vn.lienthong.hub.deadline.Office.due;
import static vn.lienthong.hub.deadline.Office.procedure;
import static vn.lienthong.hub.deadline.Office.withoutRules;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which public one-stop code is known to get a due time wrong, and that this one does not. */
class FaultsOfOtherSystemsTest {
    @ParameterizedTest
    @CsvSource({
        "2025-08-16T10:00, 2025-08-18T09:00", // Saturday
        "2025-09-02T10:00, 2025-09-03T09:00", // National Day
        "2025-05-02T10:00, 2025-05-05T09:00", // swapped Friday
    })
    void doesNotLetAShortProcedureEndOnTheDayOffItCameIn(String receivedAt, String dueAt) {
        assertThat(due("2 working hours", receivedAt)).isEqualTo(at(dueAt));
    }

    @Test
    void doesNotSubtractTheLunchBreakFromAReceptionAtItsFirstMinute() {
        assertThat(due("1 working hours", "2025-08-12T11:30")).isEqualTo(at("2025-08-12T14:30"));
    }

    @Test
    void doesNotSwallowAnErrorIntoTheYearOne() {
        assertThatThrownBy(() -> due("1 working hours", "0001-01-01T00:00")).isInstanceOf(NoCalendar.class);
        assertThatThrownBy(() -> due("9999 working days", "2025-08-12T09:15")).isInstanceOf(NoCalendar.class);
    }

    @Test
    void doesNotMixCalendarAndWorkingDaysAfterASupplement() {
        var dueAt = due("3 working days", "2025-08-12T09:15"); // Friday 15/8 09:15
        var asked = at("2025-08-13T09:15"); // two working days left

        assertThat(DEADLINES.afterWaiting(dueAt, asked, at("2025-08-15T16:00"))).isEqualTo(at("2025-08-19T16:00"));
        assertThat(DEADLINES.afterWaiting(dueAt, asked, at("2025-08-30T10:00"))).isEqualTo(at("2025-09-04T17:00"));
    }

    @Test
    void doesNotLoseTheFirstWaitOverSeveralSupplements() {
        var receivedAt = at("2025-08-12T07:00");
        var waits = Stream.of("2025-08-12T09:00", "2025-08-13T09:00", "2025-08-14T09:00")
                .map(asked -> new Wait(at(asked), at(asked).plusDays(1)))
                .toList();

        var balance = DEADLINES.balance(
                receivedAt, due("1 working days", "2025-08-12T07:00"), waits, 1, at("2025-08-15T10:00"));

        // the first wait moves it by a whole day, the others move it neither on nor back
        assertThat(balance.dueAt()).isEqualTo(at("2025-08-13T17:00"));
    }

    @Test
    void doesNotLoseTimeWhereSeveralSupplementsStopIt() {
        var dueAt = due("1 working days", "2025-08-12T07:00");
        for (var waiting : List.of("2025-08-12T09:00", "2025-08-13T09:00", "2025-08-14T09:00")) {
            dueAt = DEADLINES.afterWaiting(dueAt, at(waiting), at(waiting).plusDays(1));
        }

        assertThat(dueAt).isEqualTo(at("2025-08-15T17:00"));
    }

    @Test
    void doesNotTimeEveryStepAfresh() {
        var receivedAt = at("2025-08-12T09:15:40");
        var dueAt = due("3 working days", "2025-08-12T09:15:40");
        var steps = List.of("2025-08-12T10:15:20", "2025-08-13T16:59:59", "2025-08-14T08:00:00");

        assertThat(steps)
                .map(step -> DEADLINES.balance(receivedAt, dueAt, List.of(), 1, at(step)))
                .extracting(Balance::minutesUsed)
                .containsExactly(59L, 824L, 884L);
    }

    @Test
    void doesNotMakeALateDossierTimelyByAskingForASupplement() {
        var dueAt = due("1 working days", "2025-08-12T09:15");

        assertThat(DEADLINES.afterWaiting(dueAt, at("2025-08-14T09:15"), at("2025-08-20T09:15")))
                .isEqualTo(dueAt);
    }

    @Test
    void doesNotForgetTheHolidaysBetweenAPastReceptionAndNow() {
        assertThat(due("1 working days", "2024-02-07T10:00")).isEqualTo(at("2024-02-15T10:00"));
        assertThat(due("1 working days", "2025-01-24T10:00")).isEqualTo(at("2025-02-03T10:00"));
    }

    @Test
    void doesNotEndOneCalendarDayAfterACopyWasMade() {
        assertThat(due("1 calendar days", "2025-08-15T10:00")).isEqualTo(at("2025-08-18T17:00"));
        assertThat(due("1 working days", "2025-08-15T10:00")).isEqualTo(at("2025-08-18T10:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-08-12T09:07:23", "2025-08-12T09:08", "2025-08-12T09:22:59"})
    void doesNotRoundToAQuarterOfAnHour(String receivedAt) {
        assertThat(due("1 working hours", receivedAt)).isEqualTo(at(receivedAt).plusHours(1));
    }

    @Test
    void doesNotShareStateBetweenCalendars() {
        var other = new Deadlines(CALENDAR.knownOn(LocalDate.of(2024, 12, 1)));
        var receivedAt = at("2025-04-29T16:00");

        assertThat(other.due(procedure("1.004194"), "counter", receivedAt).dueAt())
                .isEqualTo(at("2025-05-06T16:00"));
        assertThat(DEADLINES.due(procedure("1.004194"), "counter", receivedAt).dueAt())
                .isEqualTo(at("2025-05-07T16:00"));
    }

    @Test
    void doesNotMissTheMakeUpSaturdayAfterTheCutOff() {
        assertThat(due("same day before 15:00", "2025-04-25T15:30")).isEqualTo(at("2025-04-26T17:00"));
    }

    @Test
    void doesNotStopSkippingInTheMiddleOfALongHoliday() {
        assertThat(due("same day before 15:00", "2026-02-13T15:30")).isEqualTo(at("2026-02-23T17:00"));
        assertThat(due("same day before 15:00", "2025-08-29T15:30")).isEqualTo(at("2025-09-03T17:00"));
    }

    @Test
    void doesNotShowADossierOverdueThatCameInToday() {
        var lateReceptions = new ArrayList<String>();
        for (var rule : List.of("1 working hours", "1 working days", "1 calendar days", "same day before 15:00")) {
            for (int minute = 0; minute < 24 * 60; minute++) {
                var receivedAt = at("2025-08-15T00:00").plusMinutes(minute);
                if (!due(rule, receivedAt.toLocalDateTime().toString()).isAfter(receivedAt)) {
                    lateReceptions.add(rule + " at " + receivedAt);
                }
            }
        }

        assertThat(lateReceptions).isEmpty();
    }

    @Test
    void doesNotInventADueTimeWhenNoRuleIsConfigured() {
        assertThatThrownBy(() -> DEADLINES.due(withoutRules(), "counter", at("2025-08-12T09:15")))
                .isInstanceOf(NoRule.class);
    }

    @Test
    void doesNotTakeADayForMinutes() {
        assertThat(CALENDAR.between(at("2025-08-12T09:15"), due("1 working days", "2025-08-12T09:15")))
                .isEqualTo(Duration.ofHours(8));
    }

    @Test
    void doesNotDependOnTheOffsetAReceptionIsWrittenIn() {
        var receivedAt = at("2025-08-12T14:59");
        var inUtc = receivedAt.withOffsetSameInstant(ZoneOffset.UTC);

        assertThat(DEADLINES.due(procedure("2.000815"), "counter", inUtc))
                .isEqualTo(DEADLINES.due(procedure("2.000815"), "counter", receivedAt));
    }
}
