package vn.lienthong.hub.deadline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.YamlMap;

/** The calendar as a folder of YAML files, one a year, without a gap between the years. */
final class CalendarFiles {
    private static final String RANGE = " to ";

    private final Path folder;
    private final Mistakes mistakes;
    private final List<CalendarYear> years = new ArrayList<>();

    CalendarFiles(Path folder, Mistakes mistakes) {
        this.folder = folder;
        this.mistakes = mistakes;
    }

    List<CalendarYear> read() {
        try (var files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .forEach(file -> YamlMap.read(file, mistakes).ifPresent(this::year));
        } catch (IOException e) {
            mistakes.add(folder, 1, "cannot be read: " + e);
        }
        if (years.isEmpty()) {
            mistakes.add(folder, 1, "holds no readable year");
        }
        return years;
    }

    private void year(YamlMap from) {
        int year = from.value("year", Integer::valueOf, 0);
        if (!years.isEmpty() && year != years.getLast().year() + 1) {
            from.mistake(
                    "the year %d must follow %d".formatted(year, years.getLast().year()));
        }
        var seen = new HashSet<LocalDate>();
        var lines = from.list("days").stream()
                .map(line -> announcement(line, year, seen))
                .toList();
        years.add(new CalendarYear(year, from.value("hours", Hours::parse, Hours.NONE), lines));
        from.end();
    }

    private static Announcement announcement(YamlMap from, int year, Set<LocalDate> seen) {
        var off = from.value("off", text -> days(text, year, seen), List.<LocalDate>of());
        var work = from.find("work", text -> weekend(text, year, seen)).orElse(null);
        var line = new Announcement(
                from.text("name"),
                off,
                work,
                from.value("announced", LocalDate::parse, LocalDate.MIN),
                from.text("source"));
        if (isLate(line.on(), off, work)) {
            from.mistake("was announced after the day it is about");
        }
        from.end();
        return line;
    }

    private static boolean isLate(LocalDate announced, List<LocalDate> off, @Nullable LocalDate work) {
        return off.stream().anyMatch(announced::isAfter) || (work != null && announced.isAfter(work));
    }

    /** One day, or {@code first to last} with the weekend between them left out. */
    private static List<LocalDate> days(String text, int year, Set<LocalDate> seen) {
        var ends = text.split(RANGE, -1);
        var first = LocalDate.parse(ends[0]);
        var last = LocalDate.parse(ends[ends.length - 1]);
        require(ends.length <= 2 && !last.isBefore(first), "'%s' is not like '2025-01-27 to 2025-01-31'", text);
        require(!Announcement.isWeekend(first) && !Announcement.isWeekend(last), "'%s' is a weekend day anyway", text);
        var days = first.datesUntil(last.plusDays(1))
                .filter(day -> !Announcement.isWeekend(day))
                .toList();
        days.forEach(day ->
                require(day.getYear() == year && seen.add(day), "%s is of another year or stands here twice", day));
        return days;
    }

    private static LocalDate weekend(String text, int year, Set<LocalDate> seen) {
        var day = LocalDate.parse(text);
        require(Announcement.isWeekend(day), "'%s' is a working day anyway", text);
        require(day.getYear() == year && seen.add(day), "%s is of another year or stands here twice", day);
        return day;
    }

    private static void require(boolean holds, String otherwise, Object what) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise.formatted(what));
        }
    }
}
