package vn.lienthong.hub.deadline;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The running of one dossier's time, wait by wait; made for one {@link Balance}. */
final class Running {
    private static final long MINUTE = 60L;

    private final Deadlines deadlines;
    private final WorkingCalendar calendar;
    private OffsetDateTime dueAt;
    private OffsetDateTime at;
    private Duration waited = Duration.ZERO;

    Running(Deadlines deadlines, WorkingCalendar calendar, OffsetDateTime issuedDueAt, OffsetDateTime at) {
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.dueAt = issuedDueAt;
        this.at = at;
    }

    /** @param waits those that stop the time, in their order */
    Balance balance(OffsetDateTime receivedAt, List<Wait> waits) {
        try {
            waits.stream().filter(wait -> wait.from().isBefore(at)).forEach(this::pause);
        } catch (NoCalendar beyond) {
            return new Balance(null, null, null);
        }
        return new Balance(dueAt, minutes(at, dueAt, Duration.ZERO), minutes(receivedAt, at, waited));
    }

    /** A dossier that was late when it was asked stays late: nothing stops. */
    private void pause(Wait wait) {
        if (!calendar.between(wait.from(), dueAt).isPositive()) {
            return;
        }
        var until = wait.until();
        if (until == null) {
            at = wait.from();
        } else {
            var end = until.isBefore(at) ? until : at;
            dueAt = deadlines.afterWaiting(dueAt, wait.from(), end);
            waited = waited.plus(calendar.between(wait.from(), end));
        }
    }

    private @Nullable Long minutes(OffsetDateTime from, OffsetDateTime to, Duration less) {
        try {
            return Math.floorDiv(calendar.between(from, to).minus(less).toSeconds(), MINUTE);
        } catch (NoCalendar beyond) {
            return null;
        }
    }
}
