package vn.lienthong.hub.deadline;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The calendar of the folder {@code hub.home}; the hub does not start on a bad one. */
@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {
    @Bean
    WorkingCalendar workingCalendar(@Value("${hub.home:.}") String home) {
        return WorkingCalendar.read(Path.of(home, "mappings/catalogue/calendar"));
    }

    @Bean
    Deadlines deadlines(WorkingCalendar calendar) {
        return new Deadlines(calendar);
    }
}
