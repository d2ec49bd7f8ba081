package vn.lienthong.hub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import vn.lienthong.hub.json.Times;

/** The day of an instant where the offices are, or the day that is given, as 2025-07-01. */
final class OfficeDay {
    private static final int LENGTH = "2025-07-01".length();
    private static final String OFFICE = "+07:00";

    private OfficeDay() {}

    /** @throws FunctionFailed where there is none: a code means nothing without a day */
    static String of(JsonNode time) {
        var text = time.isTextual() ? time.textValue() : "";
        try {
            if (text.length() == LENGTH) {
                return LocalDate.parse(text).toString();
            }
            return isOfficeTime(text)
                    ? text.substring(0, LENGTH)
                    : OffsetDateTime.parse(text)
                            .atZoneSameInstant(Times.ZONE)
                            .toLocalDate()
                            .toString();
        } catch (DateTimeException e) {
            throw none();
        }
    }

    /** @throws FunctionFailed where it is none */
    static LocalDate date(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw none();
        }
    }

    private static FunctionFailed none() {
        return new FunctionFailed("a code means nothing without a day, and none is given");
    }

    /** As the hub itself writes all its times; every message has some, and they need not be reckoned. */
    private static boolean isOfficeTime(String text) {
        return text.length() > LENGTH
                && text.endsWith(OFFICE)
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(LENGTH) == 'T';
    }
}
