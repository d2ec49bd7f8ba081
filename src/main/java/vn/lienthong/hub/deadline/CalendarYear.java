package vn.lienthong.hub.deadline;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A year of state offices: the hours of a working day, and the days that differ from the week's rule. */
record CalendarYear(int year, Hours hours, List<Announcement> announcements) {

    /** This year as it was known at the end of that day. */
    CalendarYear knownOn(LocalDate day) {
        return new CalendarYear(
                year,
                hours,
                announcements.stream().filter(line -> !line.on().isAfter(day)).toList());
    }

    Stream<Hours> days() {
        var off = daysOff();
        var work = daysWorkedInstead();
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .map(day -> work.contains(day) || (!Announcement.isWeekend(day) && !off.contains(day))
                        ? hours
                        : Hours.NONE);
    }

    /** Everything a due time can depend on, and nothing else. */
    String content() {
        return "%d %s off %s work %s"
                .formatted(year, hours, new TreeSet<>(daysOff()), new TreeSet<>(daysWorkedInstead()));
    }

    private Set<LocalDate> daysOff() {
        return announcements.stream().flatMap(line -> line.off().stream()).collect(toUnmodifiableSet());
    }

    private Set<LocalDate> daysWorkedInstead() {
        return announcements.stream()
                .map(Announcement::work)
                .filter(Objects::nonNull)
                .collect(toUnmodifiableSet());
    }
}
