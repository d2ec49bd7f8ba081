package vn.lienthong.hub.console;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;

/** The console's first page holds no data and is open. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {
    @Bean
    Door consoleDoor() {
        return new Door(Right.open(ConsoleController.CONSOLE));
    }
}
