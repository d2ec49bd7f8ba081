package vn.lienthong.hub.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days that differ from the week's rule, as the government made them known.
 *
 * @param off days of the week on which state offices do not work
 * @param work the Saturday on which they work instead, when the day off was swapped
 * @param on the day it was made known; before that day nobody could reckon with it
 */
record Announcement(
        String name, List<LocalDate> off, @Nullable LocalDate work, LocalDate on, String source) {
    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
