package vn.lienthong.hub.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.hub.deadline.Office.CALENDAR;
import static vn.lienthong.hub.deadline.Office.at;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {
    @ParameterizedTest
    @ValueSource(strings = {"2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"})
    void worksOnMakeUpSaturdays(LocalDate day) {
        assertThat(CALENDAR.isWorkingDay(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-01", "2024-02-08", "2024-02-14", "2024-04-18", "2024-04-29", "2024-09-03",
                "2025-01-27", "2025-01-31", "2025-04-07", "2025-05-02", "2025-09-01", "2025-09-02",
                "2026-01-02", "2026-02-16", "2026-02-20", "2026-04-27", "2026-08-31", "2026-11-24",
                "2025-04-27", "2025-08-16"
            })
    void restsOnHolidaysAndWeekends(LocalDate day) {
        assertThat(CALENDAR.isWorkingDay(day)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2024, 251", "2025, 250", "2026, 249"})
    void countsTheWorkingDaysOfAYear(int year, int count) {
        assertThat(LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .filter(CALENDAR::isWorkingDay))
                .hasSize(count);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08-12T09:15, 2025-08-12T10:00, PT45M",
        "2025-08-12T09:15, 2025-08-12T15:00, PT3H45M",
        "2025-08-12T11:30, 2025-08-12T13:30, PT0S",
        "2025-08-15T16:00, 2025-08-18T08:00, PT2H",
        "2025-08-12T00:00, 2025-08-13T00:00, PT8H",
        "2025-08-12T09:15:00, 2025-08-12T09:15:01, PT1S",
        "2025-08-12T10:00, 2025-08-12T09:15, PT-45M",
        "2025-01-24T17:00, 2025-02-03T07:00, PT0S",
        "2025-12-31T16:00, 2026-01-05T08:00, PT2H",
    })
    void countsWorkingTime(String from, String to, Duration working) {
        assertThat(CALENDAR.between(at(from), at(to))).isEqualTo(working);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08-12T09:15, PT1H, 2025-08-12T10:15",
        "2025-08-12T09:15, PT2H15M, 2025-08-12T11:30",
        "2025-08-12T09:15, PT2H16M, 2025-08-12T13:31",
        "2025-08-12T12:00, PT1H, 2025-08-12T14:30",
        "2025-08-12T05:00, PT8H, 2025-08-12T17:00",
        "2025-08-12T17:00, PT1S, 2025-08-13T07:00:01",
        "2025-08-15T16:00, PT2H, 2025-08-18T08:00",
        "2025-04-25T16:00, PT2H, 2025-04-26T08:00",
        "2025-04-29T16:00, PT2H, 2025-05-05T08:00",
    })
    void addsWorkingTime(String from, Duration working, String reached) {
        assertThat(CALENDAR.add(at(from), working)).isEqualTo(at(reached));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08-12T06:59:59, 2025-08-12T07:00",
        "2025-08-12T07:00, 2025-08-12T07:00",
        "2025-08-12T11:30, 2025-08-12T13:30",
        "2025-08-12T16:59:59, 2025-08-12T16:59:59",
        "2025-08-12T17:00, 2025-08-13T07:00",
        "2026-02-13T17:00, 2026-02-23T07:00",
    })
    void opensAgain(String at, String opening) {
        assertThat(CALENDAR.opening(at(at))).isEqualTo(at(opening));
    }

    @Test
    void readsEveryOffsetAsTheClockOfTheOffice() {
        var inLondon = OffsetDateTime.parse("2025-08-12T02:15:00Z");

        assertThat(CALENDAR.add(inLondon, Duration.ofHours(1))).hasToString("2025-08-12T10:15+07:00");
    }

    @Test
    void refusesToGuessAnotherYear() {
        assertThatThrownBy(() -> CALENDAR.isWorkingDay(LocalDate.of(2023, 12, 31)))
                .isInstanceOf(NoCalendar.class)
                .hasMessage("there is no working calendar for 2023");
        assertThatThrownBy(() -> CALENDAR.between(at("2026-12-31T16:00"), at("2027-01-04T08:00")))
                .isInstanceOf(NoCalendar.class)
                .hasMessageContaining("2027");
        assertThatThrownBy(() -> CALENDAR.add(at("2026-12-31T16:00"), Duration.ofHours(2)))
                .isInstanceOf(NoCalendar.class)
                .hasMessageContaining("2027");
        assertThatThrownBy(() -> CALENDAR.opening(at("2026-12-31T17:00")))
                .isInstanceOf(NoCalendar.class)
                .hasMessageContaining("2027");
    }

    @Test
    void refusesToAddNothing() {
        assertThatThrownBy(() -> CALENDAR.add(at("2025-08-12T09:15"), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsNothingOfASwapBeforeItIsAnnounced() {
        var before = CALENDAR.knownOn(LocalDate.of(2025, 12, 24));
        var after = CALENDAR.knownOn(LocalDate.of(2025, 12, 25));

        assertThat(before.isWorkingDay(LocalDate.of(2026, 1, 2))).isTrue();
        assertThat(before.isWorkingDay(LocalDate.of(2026, 1, 10))).isFalse();
        assertThat(after.isWorkingDay(LocalDate.of(2026, 1, 2))).isFalse();
        assertThat(after.isWorkingDay(LocalDate.of(2026, 1, 10))).isTrue();
    }

    @Test
    void namesEachVersionAfterItsLastAnnouncement() {
        var before = CALENDAR.knownOn(LocalDate.of(2025, 12, 24)).version();
        var after = CALENDAR.knownOn(LocalDate.of(2025, 12, 25)).version();

        assertThat(before).startsWith("2025-10-17-");
        assertThat(after).startsWith("2025-12-25-").isNotEqualTo(before);
        assertThat(CALENDAR.version()).startsWith("2026-05-08-");
        assertThat(CALENDAR.knownOn(LocalDate.of(2026, 12, 31)).version()).isEqualTo(CALENDAR.version());
    }
}
