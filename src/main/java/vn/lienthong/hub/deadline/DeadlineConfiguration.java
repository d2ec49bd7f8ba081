package vn.lienthong.hub.deadline;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.hub.live.Live;
import vn.lienthong.hub.live.Part;

/** The calendar of the live edition. */
@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {
    @Bean
    Part<CalendarDays> calendarOfAnEdition() {
        return new Part<>(
                CalendarDays.class,
                reading -> CalendarDays.read(reading.tree().catalogue().resolve("calendar")));
    }

    @Bean
    WorkingCalendar workingCalendar(Live live) {
        return new WorkingCalendar(() -> live.part(CalendarDays.class));
    }

    @Bean
    Deadlines deadlines(WorkingCalendar calendar) {
        return new Deadlines(calendar);
    }
}
