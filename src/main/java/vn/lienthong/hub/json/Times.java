package vn.lienthong.hub.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Time as the offices of Vietnam read it. Everything that leaves the hub carries an offset. */
public final class Times {
    /** The zone of every office; local times without an offset are read in it. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private Times() {}

    /** As RFC 3339 wants it, seconds included also where they are zero. */
    public static String text(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    /** Where a day of the offices begins. */
    public static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toOffsetDateTime();
    }

    /** The instant, written with the offset of the offices. */
    public static OffsetDateTime inOffice(Instant instant) {
        return instant.atZone(ZONE).toOffsetDateTime();
    }
}
