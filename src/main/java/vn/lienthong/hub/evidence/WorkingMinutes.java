package vn.lienthong.hub.evidence;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.deadline.NoCalendar;
import vn.lienthong.hub.deadline.WorkingCalendar;

/** Distances between moments as offices feel them: minutes in which somebody worked. */
@Component
class WorkingMinutes {
    private final WorkingCalendar calendar;

    WorkingMinutes(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** Whole minutes, negative when the other is earlier; null where there is no calendar for them. */
    @Nullable
    Long between(@Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {
        try {
            return from == null || to == null
                    ? null
                    : calendar.between(from, to).toMinutes();
        } catch (NoCalendar e) {
            return null;
        }
    }
}
