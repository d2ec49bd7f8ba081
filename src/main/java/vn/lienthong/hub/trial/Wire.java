package vn.lienthong.hub.trial;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** How times are written to the hub. */
final class Wire {
    private Wire() {}

    /** With its seconds, even when they are zero, as RFC 3339 wants. */
    static String time(OffsetDateTime at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
    }
}
