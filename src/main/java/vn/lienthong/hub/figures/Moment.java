package vn.lienthong.hub.figures;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import vn.lienthong.hub.json.Times;

/**
 * When something was, as far as a side knows: a time, or only the day of the offices, which is all of its moments. What
 * can be in time within a day is in time.
 *
 * @param from the first moment it can have been
 * @param until the last; the same where the time is known
 */
public record Moment(OffsetDateTime from, OffsetDateTime until) {
    private static final Duration DAY_BUT_ONE = Duration.ofDays(1).minusNanos(1);

    public static Moment of(OffsetDateTime time) {
        return new Moment(time, time);
    }

    public static Moment of(LocalDate day) {
        var start = day.atStartOfDay(Times.ZONE).toOffsetDateTime();
        return new Moment(start, start.plus(DAY_BUT_ONE));
    }

    /**
     * Reads {@code 2025-08-12T09:15:00+07:00} or {@code 2025-08-12}.
     *
     * @throws java.time.DateTimeException when it is neither
     */
    static Moment parse(String text) {
        return text.indexOf('T') < 0 ? of(LocalDate.parse(text)) : of(OffsetDateTime.parse(text));
    }

    /** Whether it can have been at the due moment or before. */
    boolean isBy(Moment due) {
        return !from.isAfter(due.until);
    }

    /** Whether it was before, and not on the same day where only the day is known. */
    boolean isBefore(Moment other) {
        return until.isBefore(other.from);
    }

    Moment minus(Duration time) {
        return new Moment(from.minus(time), until.minus(time));
    }

    boolean isWholeDay() {
        return !from.isEqual(until);
    }

    /** Whether both say the same, as exactly as the less exact of them. */
    boolean agreesWith(Moment other) {
        return !isBefore(other) && !other.isBefore(this);
    }

    /** A time, or a day where only that is known. */
    Object cell() {
        return isWholeDay() ? day() : from;
    }

    LocalDate day() {
        return from.atZoneSameInstant(Times.ZONE).toLocalDate();
    }

    @JsonValue
    @Override
    public String toString() {
        return isWholeDay() ? day().toString() : Times.text(Times.inOffice(from.toInstant()));
    }
}
