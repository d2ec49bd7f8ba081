package vn.lienthong.hub.diagnosis;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * The working calendar is known to the end of the last year that was announced. Procedures take weeks, so due times run
 * into the unknown long before that day.
 */
final class CalendarEnd {
    private static final String SUBJECT = "calendar";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int SOON = 45;
    private static final int AHEAD = 120;

    private CalendarEnd() {}

    static Finding finding(LocalDate last, LocalDate today) {
        var left = ChronoUnit.DAYS.between(today, last);
        if (left > AHEAD) {
            return Symptom.CALENDAR.of(SUBJECT, DAY.format(last));
        }
        var symptom = left > SOON ? Symptom.CALENDAR_ENDS : Symptom.CALENDAR_ENDS_SOON;
        return symptom.of(SUBJECT, DAY.format(last), left, last.getYear() + 1);
    }
}
