package vn.lienthong.hub;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.lienthong.hub.cli.Commands;

/** The hub as a Spring Boot application; with a command it only asks a running hub, without Spring. */
@SpringBootApplication(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class) // packages choose names for themselves
@ConfigurationPropertiesScan
@EnableScheduling
public class Hub {
    public static void main(String[] args) {
        if (Commands.startHub(args)) {
            SpringApplication.run(Hub.class, Commands.forHub(args));
        } else {
            System.exit(Commands.run(args));
        }
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
