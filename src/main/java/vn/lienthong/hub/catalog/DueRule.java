package vn.lienthong.hub.catalog;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a procedure may take. Written, and read back, as the sentence that {@code toString} gives. */
public sealed interface DueRule {
    /** Hours during which the office works. */
    record WorkingHours(int hours) implements DueRule {
        @Override
        public String toString() {
            return hours + " working hours";
        }
    }

    /** Days of eight working hours. */
    record WorkingDays(int days) implements DueRule {
        @Override
        public String toString() {
            return days + " working days";
        }
    }

    /** Days of the calendar, days off included. */
    record CalendarDays(int days) implements DueRule {
        @Override
        public String toString() {
            return days + " calendar days";
        }
    }

    /** The day of reception, or the next working day for what is received at the cut-off or after it. */
    record SameDay(LocalTime cutOff) implements DueRule {
        @Override
        public String toString() {
            return "same day before " + cutOff;
        }
    }

    Pattern LENGTH = Pattern.compile("([1-9]\\d{0,3}) (working hour|working day|calendar day)s?");
    Pattern SAME_DAY = Pattern.compile("same day before (\\d{2}:\\d{2})");

    /**
     * Reads the sentence.
     *
     * @throws IllegalArgumentException when it is none
     */
    static DueRule parse(String text) {
        var length = LENGTH.matcher(text);
        if (length.matches()) {
            return ofLength(length);
        }
        var sameDay = SAME_DAY.matcher(text);
        if (sameDay.matches()) {
            return new SameDay(LocalTime.parse(sameDay.group(1)));
        }
        throw new IllegalArgumentException(
                "'%s' is not like '4 working hours', '3 working days', '30 calendar days' or 'same day before 15:00'"
                        .formatted(text));
    }

    private static DueRule ofLength(Matcher length) {
        int count = Integer.parseInt(length.group(1));
        return switch (length.group(2)) {
            case "working hour" -> new WorkingHours(count);
            case "working day" -> new WorkingDays(count);
            default -> new CalendarDays(count);
        };
    }
}
