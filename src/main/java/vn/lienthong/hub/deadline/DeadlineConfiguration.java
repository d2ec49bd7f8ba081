package vn.lienthong.hub.deadline;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.hub.json.Times;
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

    /** Due times after the last day are refused, so an alarm on this must ring months before. */
    @Bean
    MeterBinder calendarGauge(WorkingCalendar calendar, InstantSource clock) {
        return meters -> meters.gauge(
                "hub.calendar.days.left",
                calendar,
                known -> ChronoUnit.DAYS.between(Times.inOffice(clock.instant()).toLocalDate(), known.lastDay()));
    }

    @Bean
    Deadlines deadlines(WorkingCalendar calendar) {
        return new Deadlines(calendar);
    }
}
