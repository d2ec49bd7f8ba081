package vn.lienthong.hub.deadline;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import vn.lienthong.hub.catalog.MistakesFound;
import vn.lienthong.hub.json.Times;

/**
 * The working time of state offices, in whole seconds of {@link Times#ZONE}, as every system it is compared with writes
 * time: the calendar of one edition, or always that of the live one.
 */
public final class WorkingCalendar {
    private final Supplier<CalendarDays> days;

    /** @param days asked at every question, so that they may be those of the live edition */
    WorkingCalendar(Supplier<CalendarDays> days) {
        this.days = days;
    }

    private WorkingCalendar(CalendarDays days) {
        this(() -> days);
    }

    /**
     * Reads a folder of years.
     *
     * @throws MistakesFound with every mistake of its files
     */
    public static WorkingCalendar read(Path folder) {
        return new WorkingCalendar(CalendarDays.read(folder));
    }

    CalendarDays days() {
        return days.get();
    }

    /** The day of the last announcement it knows, and a digest of all that due times depend on. */
    public String version() {
        return days().version();
    }

    /** The last day that it knows: the end of the last year that was announced. */
    public LocalDate lastDay() {
        return days().lastDay();
    }

    /** The calendar as it was known at the end of that day: swaps of working days are announced days before. */
    public WorkingCalendar knownOn(LocalDate day) {
        return new WorkingCalendar(days().knownOn(day));
    }

    /** This calendar, or as it was known on the day that the version names; empty when neither has that version. */
    Optional<WorkingCalendar> ofVersion(String wanted) {
        return days().ofVersion(wanted).map(WorkingCalendar::new);
    }

    /** The working hours of a day; empty on a day off. */
    String hours(LocalDate day) {
        return days().hours(day);
    }

    /** The name of what makes the day differ from the rule of the week. */
    Optional<String> announced(LocalDate day) {
        return days().announced(day);
    }

    public boolean isWorkingDay(LocalDate day) {
        return days().isWorkingDay(day);
    }

    /** Working time from one moment to the other; negative when the other is earlier. */
    public Duration between(OffsetDateTime from, OffsetDateTime to) {
        return days().between(from, to);
    }

    /**
     * The first moment at which that much working time has passed. What ends with the working day is due at its close,
     * not at the next opening.
     *
     * @param working more than nothing
     */
    public OffsetDateTime add(OffsetDateTime from, Duration working) {
        return days().add(from, working);
    }

    /** The first working moment at that moment or later. */
    public OffsetDateTime opening(OffsetDateTime at) {
        return days().opening(at);
    }

    /** The close of that day, or of the next working day when it is a day off. */
    public OffsetDateTime closing(LocalDate on) {
        return days().closing(on);
    }

    static LocalDateTime local(OffsetDateTime at) {
        return at.atZoneSameInstant(Times.ZONE).toLocalDateTime();
    }
}
