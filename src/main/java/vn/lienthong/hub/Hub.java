package vn.lienthong.hub;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The hub as a Spring Boot application. */
@SpringBootApplication
public class Hub {
    public static void main(String[] args) {
        SpringApplication.run(Hub.class, args);
    }
}
