package vn.lienthong.hub.evidence;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import vn.lienthong.hub.json.Times;

/** Times as the people of an office write them, always in the time of the offices (UTC+7). */
final class Spoken {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter EXACT = new DateTimeFormatterBuilder()
            .appendPattern("dd/MM/uuuu HH:mm:ss")
            .appendFraction(ChronoField.MILLI_OF_SECOND, 0, 3, true)
            .toFormatter();
    private static final List<String> DAYS =
            List.of("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật");
    private static final int MINUTES = 60;

    private Spoken() {}

    /** {@code 12/08/2025 (thứ Ba)}. */
    static String day(LocalDate date) {
        return "%s (%s)"
                .formatted(DATE.format(date), DAYS.get(date.getDayOfWeek().getValue() - 1));
    }

    static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** {@code 09:15 ngày 12/08/2025 (thứ Ba)}; seconds only where there are some. */
    static String moment(OffsetDateTime at) {
        var local = at.atZoneSameInstant(Times.ZONE);
        var time = local.getSecond() == 0 && local.getNano() == 0
                ? TIME.format(local)
                : DateTimeFormatter.ofPattern("HH:mm:ss").format(local);
        return "%s ngày %s".formatted(time, day(local.toLocalDate()));
    }

    /** {@code 12/08/2025 09:15:00.250}. */
    static String exact(OffsetDateTime at) {
        return EXACT.format(at.atZoneSameInstant(Times.ZONE));
    }

    /** {@code 2 giờ 05 phút}. */
    static String hours(long seconds) {
        long minutes = seconds / MINUTES;
        var rest = seconds % MINUTES;
        var text = "%d giờ %02d phút".formatted(minutes / MINUTES, minutes % MINUTES);
        return rest == 0 ? text : text + " %02d giây".formatted(rest);
    }
}
