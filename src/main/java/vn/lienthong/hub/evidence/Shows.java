package vn.lienthong.hub.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Times;

/**
 * One time that a system says it stored, against the true one. Some systems keep days only; days are compared as days.
 *
 * @param stored as the system tells it
 * @param at null where it is a day only, or unreadable
 * @param minutes working minutes, theirs after ours; null where one of the two is no moment
 * @param differs by a minute or more, or by the day where that is all there is
 */
record Shows(
        String stored,
        @Nullable OffsetDateTime at,
        @Nullable Long minutes,
        boolean differs) {
    /** Systems that write minutes drop the seconds. */
    private static final Duration SAME = Duration.ofMinutes(1);

    private static final int DATE = "2025-08-12".length();

    /** Null where the system does not tell it. */
    static @Nullable Shows of(JsonNode stored, @Nullable OffsetDateTime ours, WorkingMinutes working) {
        if (!stored.isTextual() || stored.asText().isBlank()) {
            return null;
        }
        var text = stored.asText();
        var at = moment(text);
        if (at != null) {
            var differs = ours != null && Duration.between(ours, at).abs().compareTo(SAME) >= 0;
            return new Shows(Times.text(at), at, working.between(ours, at), differs);
        }
        var day = day(text);
        return new Shows(text, null, null, ours != null && day != null && !day.equals(date(ours)));
    }

    private static @Nullable OffsetDateTime moment(String text) {
        try {
            return Times.inOffice(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.length() < DATE ? null : LocalDate.parse(text.substring(0, DATE));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static LocalDate date(OffsetDateTime at) {
        return at.atZoneSameInstant(Times.ZONE).toLocalDate();
    }

    /** The day of it, as far as it can be read. */
    @Nullable
    LocalDate day() {
        return at == null ? day(stored) : date(at);
    }

    String spoken() {
        var day = day();
        return at != null ? Spoken.exact(at) : day == null ? stored : Spoken.date(day);
    }
}
