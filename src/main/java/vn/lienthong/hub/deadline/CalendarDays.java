package vn.lienthong.hub.deadline;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.MistakesFound;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

/**
 * The days of a {@link WorkingCalendar}. It has a table of them, so that every question is an addition or one binary
 * search. Immutable, and without a clock.
 */
final class CalendarDays {
    private static final int DATE = "2025-10-17".length();

    private final List<CalendarYear> years;
    private final LocalDate firstDay;
    private final Hours[] days;
    /** Working seconds before each day; one more than days, the last is the whole. Three years are 22 million. */
    private final int[] before;

    private final String version;

    CalendarDays(List<CalendarYear> years) {
        this.years = years;
        this.firstDay = LocalDate.of(years.getFirst().year(), 1, 1);
        this.days = years.stream().flatMap(CalendarYear::days).toArray(Hours[]::new);
        this.before = new int[days.length + 1];
        for (int day = 0; day < days.length; day++) {
            before[day + 1] = before[day] + days[day].total();
        }
        this.version = version(years);
    }

    /**
     * Reads a folder of years.
     *
     * @throws MistakesFound with every mistake of its files
     */
    static CalendarDays read(Path folder) {
        var mistakes = new Mistakes();
        var years = new CalendarFiles(folder, mistakes).read();
        mistakes.throwIfAny();
        return new CalendarDays(years);
    }

    /** The day of the last announcement it knows, and a digest of all that due times depend on. */
    String version() {
        return version;
    }

    /** The calendar as it was known at the end of that day: swaps of working days are announced days before. */
    CalendarDays knownOn(LocalDate day) {
        return new CalendarDays(years.stream().map(year -> year.knownOn(day)).toList());
    }

    /** This calendar, or as it was known on the day that the version names; empty when neither has that version. */
    Optional<CalendarDays> ofVersion(String wanted) {
        if (wanted.equals(version)) {
            return Optional.of(this);
        }
        try {
            return Optional.of(knownOn(LocalDate.parse(wanted.substring(0, Math.min(DATE, wanted.length())))))
                    .filter(then -> then.version.equals(wanted));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The last day that it knows. */
    LocalDate lastDay() {
        return firstDay.plusDays(days.length - 1L);
    }

    /** The working hours of a day; empty on a day off. */
    String hours(LocalDate day) {
        return days[index(day)].toString();
    }

    /** The name of what makes the day differ from the rule of the week. */
    Optional<String> announced(LocalDate day) {
        return years.stream()
                .flatMap(year -> year.announcements().stream())
                .filter(line -> line.off().contains(day) || day.equals(line.work()))
                .map(Announcement::name)
                .findFirst();
    }

    boolean isWorkingDay(LocalDate day) {
        return days[index(day)].total() > 0;
    }

    /** Working time from one moment to the other; negative when the other is earlier. */
    Duration between(OffsetDateTime from, OffsetDateTime to) {
        return Duration.ofSeconds(passed(WorkingCalendar.local(to)) - passed(WorkingCalendar.local(from)));
    }

    /**
     * The first moment at which that much working time has passed. What ends with the working day is due at its close,
     * not at the next opening.
     *
     * @param working more than nothing
     */
    OffsetDateTime add(OffsetDateTime from, Duration working) {
        if (!working.isPositive()) {
            throw new IllegalArgumentException("working time to add must be positive");
        }
        return inOffice(reached(passed(WorkingCalendar.local(from)) + working.toSeconds()));
    }

    /** The first working moment at that moment or later. */
    OffsetDateTime opening(OffsetDateTime at) {
        var local = WorkingCalendar.local(at);
        int second = local.toLocalTime().toSecondOfDay();
        int day = index(local.toLocalDate());
        if (days[day].worksFrom(second)) {
            return inOffice(moment(day, days[day].opening(second)));
        }
        int next = workingDay(day + 1);
        return inOffice(moment(next, days[next].opening(0)));
    }

    /** The close of that day, or of the next working day when it is a day off. */
    OffsetDateTime closing(LocalDate on) {
        int day = workingDay(index(on));
        return inOffice(moment(day, days[day].closing()));
    }

    private static OffsetDateTime inOffice(LocalDateTime local) {
        return local.atZone(Times.ZONE).toOffsetDateTime();
    }

    /** Working time since the first day: never falls, and stands still while nobody works. */
    private int passed(LocalDateTime at) {
        int day = index(at.toLocalDate());
        return before[day] + days[day].passed(at.toLocalTime().toSecondOfDay());
    }

    private LocalDateTime reached(long passed) {
        if (passed > before[days.length]) {
            throw new NoCalendar(years.getLast().year() + 1);
        }
        int day = lastDayBegunBefore((int) passed);
        return moment(day, days[day].reached((int) passed - before[day]));
    }

    /** The day with less working time before it than that, and that or more at its end. */
    private int lastDayBegunBefore(int passed) {
        int low = 0;
        int high = days.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (before[middle + 1] < passed) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int workingDay(int onOrAfter) {
        for (int day = onOrAfter; day < days.length; day++) {
            if (days[day].total() > 0) {
                return day;
            }
        }
        throw new NoCalendar(years.getLast().year() + 1);
    }

    private int index(LocalDate date) {
        long day = date.toEpochDay() - firstDay.toEpochDay();
        if (day < 0 || day >= days.length) {
            throw new NoCalendar(date.getYear());
        }
        return (int) day;
    }

    private LocalDateTime moment(int day, int second) {
        return firstDay.plusDays(day).atTime(LocalTime.ofSecondOfDay(second));
    }

    private static String version(List<CalendarYear> years) {
        var latest = years.stream()
                .flatMap(year -> year.announcements().stream())
                .map(Announcement::on)
                .max(LocalDate::compareTo);
        var content = years.stream().map(CalendarYear::content).collect(joining("\n"));
        var digest = HexFormat.of().formatHex(Json.sha256(content.getBytes(StandardCharsets.UTF_8)), 0, 4);
        return latest.map(day -> day + "-" + digest).orElse(digest);
    }
}
