package vn.lienthong.hub.diagnosis;

import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.deadline.WorkingCalendar;
import vn.lienthong.hub.json.Times;

/** How far the calendar of the live edition goes. */
@Component
class CalendarExamination implements Examination {
    private final WorkingCalendar calendar;
    private final InstantSource clock;

    CalendarExamination(WorkingCalendar calendar, InstantSource clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public List<Finding> findings() {
        var today = Times.inOffice(clock.instant()).toLocalDate();
        return List.of(CalendarEnd.finding(calendar.lastDay(), today));
    }
}
