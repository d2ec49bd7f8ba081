package vn.lienthong.hub.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.hub.deadline.Office.CALENDAR;
import static vn.lienthong.hub.deadline.Office.DEADLINES;
import static vn.lienthong.hub.deadline.Office.at;
import static vn.lienthong.hub.deadline.Office.due;
import static vn.lienthong.hub.deadline.Office.procedure;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.hub.catalog.DueRule;

class DeadlinesTest {
    @ParameterizedTest
    @CsvSource({
        "2025-08-12T09:15, 2025-08-15T09:15", // Tuesday to Friday
        "2025-08-14T09:15, 2025-08-19T09:15", // over a weekend
        "2025-08-16T10:00, 2025-08-20T17:00", // Saturday: begins on Monday 07:00
        "2025-04-24T09:15, 2025-04-28T09:15", // the make-up Saturday 26/4 counts, Sunday does not
        "2025-04-29T09:15, 2025-05-07T09:15", // 30/4, 1/5 and the swapped 2/5 do not count
        "2025-01-24T09:15, 2025-02-05T09:15", // over Tết 2025
        "2026-02-13T09:15, 2026-02-25T09:15", // over Tết 2026
        "2026-01-08T09:15, 2026-01-12T09:15", // the make-up Saturday 10/1 counts
        "2026-08-20T09:15, 2026-08-24T09:15", // the make-up Saturday 22/8 counts
        "2026-08-28T09:15, 2026-09-07T09:15", // the swapped 31/8 and 1-2/9 do not count
        "2025-12-30T09:15, 2026-01-06T09:15", // into the next year
    })
    void givesThreeWorkingDays(String receivedAt, String dueAt) {
        assertThat(due("3 working days", receivedAt)).isEqualTo(at(dueAt));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08-12T09:15, 2025-08-12T15:15",
        "2025-08-15T15:00, 2025-08-18T09:00",
        "2025-08-12T22:00, 2025-08-13T11:00",
    })
    void givesFourWorkingHours(String receivedAt, String dueAt) {
        assertThat(due("4 working hours", receivedAt)).isEqualTo(at(dueAt));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08-12T06:00, 2025-08-12T17:00",
        "2025-08-12T09:15, 2025-08-12T17:00",
        "2025-08-12T14:59:59.999, 2025-08-12T17:00",
        "2025-08-12T15:00, 2025-08-13T17:00",
        "2025-08-12T20:00, 2025-08-13T17:00",
        "2025-08-15T15:00, 2025-08-18T17:00", // Friday to Monday
        "2025-08-16T09:00, 2025-08-18T17:00", // Saturday
        "2025-08-16T20:00, 2025-08-18T17:00", // Saturday after the cut-off is no later than Saturday before it
        "2025-04-25T15:00, 2025-04-26T17:00", // the make-up Saturday
        "2025-04-29T15:00, 2025-05-05T17:00",
        "2025-09-01T09:00, 2025-09-03T17:00",
        "2026-01-09T15:00, 2026-01-10T17:00",
    })
    void endsSameDayProceduresAtTheCloseOfTheDay(String receivedAt, String dueAt) {
        assertThat(due("same day before 15:00", receivedAt)).isEqualTo(at(dueAt));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08-12T09:15, 2025-09-11T17:00",
        "2025-08-12T22:00, 2025-09-12T17:00", // begins the next morning
        "2025-08-03T09:15, 2025-09-03T17:00", // Sunday: begins on Monday 4/8
        "2025-07-31T09:15, 2025-09-03T17:00", // ends on Saturday 30/8: pushed over 1-2/9
        "2025-03-27T09:15, 2025-04-26T17:00", // ends on the make-up Saturday, which is a working day
        "2025-04-02T09:15, 2025-05-05T17:00", // ends on the swapped Friday 2/5
    })
    void givesThirtyCalendarDays(String receivedAt, String dueAt) {
        assertThat(due("30 calendar days", receivedAt)).isEqualTo(at(dueAt));
    }

    @Test
    void keepsTheVersionsThatMadeIt() {
        var deadline = DEADLINES.due(procedure("2.000815"), "counter", at("2025-08-12T09:15"));

        assertThat(deadline)
                .isEqualTo(new Deadline(
                        at("2025-08-12T17:00"),
                        CALENDAR.version(),
                        "2024-01-01 same day before 15:00",
                        "2025-07-01 3 steps"));
    }

    @Test
    void pinsTheProcessToTheOfficesDayOfReception() {
        var lastOfJune = at("2025-06-30T23:59:59");
        var stillJuneInUtc = at("2025-07-01T00:00").withOffsetSameInstant(ZoneOffset.UTC);

        assertThat(DEADLINES.due(procedure("2.000815"), "online", lastOfJune).processVersion())
                .isEqualTo("2024-01-01 6 steps");
        assertThat(DEADLINES
                        .due(procedure("2.000815"), "online", stillJuneInUtc)
                        .processVersion())
                .isEqualTo("2025-07-01 3 steps");
    }

    @Test
    void movesADueTimeWhenASwapIsAnnounced() {
        var rule = DueRule.parse("5 working days");
        var receivedAt = at("2025-12-29T09:00");
        var before = new Deadlines(CALENDAR.knownOn(LocalDate.of(2025, 12, 24)));

        assertThat(before.due(rule, receivedAt)).isEqualTo(at("2026-01-06T09:00"));
        assertThat(DEADLINES.due(rule, receivedAt)).isEqualTo(at("2026-01-07T09:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "1.001193, 2025-08-12T14:59:59, false",
        "1.001193, 2025-08-12T15:00:00, true", // the cut-off itself
        "1.001193, 2025-08-12T20:00:00, true",
        "1.001193, 2025-08-16T20:00:00, false", // Saturday: Monday either way
        "1.004194, 2025-08-12T15:30:00, false", // three working days
    })
    void knowsWhenTheDayHangsOnTheTimeOfDay(String procedure, String receivedAt, boolean hangs) {
        assertThat(DEADLINES.hangsOnTimeOfDay(procedure(procedure), "counter", at(receivedAt)))
                .isEqualTo(hangs);
    }

    @Test
    void refusesAYearWithoutACalendar() {
        assertThatThrownBy(() -> DEADLINES.due(procedure("1.001193"), "counter", at("2027-01-04T09:00")))
                .isInstanceOf(NoCalendar.class);
    }

    @Test
    void refusesADayBeforeTheFirstRule() {
        assertThatThrownBy(() -> DEADLINES.due(procedure("1.012812"), "counter", at("2024-07-31T09:00")))
                .isInstanceOf(NoRule.class)
                .hasMessage("procedure 1.012812 has no rule for a dossier received on 2024-07-31");
    }
}
