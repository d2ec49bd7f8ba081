package vn.lienthong.hub.deadline;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import vn.lienthong.hub.deadline.Reckoning.Day;
import vn.lienthong.hub.json.Times;

/** The days a due time was counted over, as the calendar that counted them has them. */
final class Days {
    private final WorkingCalendar calendar;

    Days(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * Every day between two moments with the working time of it that lies between them.
     *
     * @throws IllegalStateException when the days do not add up to the length
     */
    List<Day> counted(OffsetDateTime from, OffsetDateTime until, Duration length) {
        var days = WorkingCalendar.local(from)
                .toLocalDate()
                .datesUntil(WorkingCalendar.local(until).toLocalDate().plusDays(1))
                .map(date -> day(date, between(date, from, until)))
                .toList();
        if (days.stream().mapToLong(Day::counted).sum() != length.toSeconds()) {
            throw new IllegalStateException(
                    "the days from %s to %s do not add up to %s".formatted(from, until, length));
        }
        return days;
    }

    private long between(LocalDate date, OffsetDateTime from, OffsetDateTime until) {
        var begins = date.atStartOfDay(Times.ZONE).toOffsetDateTime();
        var ends = date.plusDays(1).atStartOfDay(Times.ZONE).toOffsetDateTime().minusSeconds(1);
        return calendar.between(from.isAfter(begins) ? from : begins, until.isBefore(ends) ? until : ends)
                .toSeconds();
    }

    /** The days off from that day to the day of the due time. */
    List<Day> pushedOver(LocalDate from, OffsetDateTime dueAt) {
        return from.isAfter(dueAt.toLocalDate())
                ? List.of()
                : Stream.iterate(from, date -> date.isBefore(dueAt.toLocalDate()), date -> date.plusDays(1))
                        .map(date -> day(date, 0))
                        .toList();
    }

    private Day day(LocalDate date, long counted) {
        return new Day(date, calendar.hours(date), calendar.announced(date).orElse(null), counted);
    }
}
