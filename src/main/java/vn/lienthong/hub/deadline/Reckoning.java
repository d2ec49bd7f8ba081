package vn.lienthong.hub.deadline;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.DueRule;

/**
 * How a due time came about: what {@link Deadlines} decided on the way to it. Every due time is read from one of these,
 * so that what is told about a due time cannot differ from it.
 */
public sealed interface Reckoning {
    OffsetDateTime dueAt();

    /**
     * Working time was counted off.
     *
     * @param begins the first working moment at the reception or after it
     * @param days every day from reception to due time; their counted time adds up to the length of the rule
     */
    record Working(DueRule rule, OffsetDateTime begins, List<Day> days, OffsetDateTime dueAt) implements Reckoning {}

    /**
     * Days of the calendar were counted from the first working moment, and the last one was pushed over days off.
     *
     * @param last the day reached by counting
     * @param daysOff those the last day was pushed over
     */
    record Calendar(
            DueRule.CalendarDays rule, OffsetDateTime begins, LocalDate last, List<Day> daysOff, OffsetDateTime dueAt)
            implements Reckoning {}

    /**
     * The day of reception or the one after it, pushed over days off.
     *
     * @param inTime received before the cut-off
     * @param daysOff those the day was pushed over
     */
    record SameDay(LocalTime cutOff, boolean inTime, LocalDate day, List<Day> daysOff, OffsetDateTime dueAt)
            implements Reckoning {}

    /**
     * One day as the calendar has it.
     *
     * @param hours working hours such as {@code 07:00-11:30, 13:30-17:00}; empty on a day off
     * @param announced what made it differ from the rule of the week
     * @param counted working seconds of it that count
     */
    record Day(LocalDate date, String hours, @Nullable String announced, long counted) {
        public boolean isOff() {
            return hours.isEmpty();
        }
    }
}
