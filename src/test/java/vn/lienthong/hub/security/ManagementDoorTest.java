package vn.lienthong.hub.security;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.Filter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import vn.lienthong.hub.local.LocalSignIn;

@SpringBootTest(
        classes = ManagementDoorTest.Management.class,
        properties = {
            // No port of its own: one context, so that requests can be made to come from anywhere.
            "spring.config.name=none",
            "management.endpoints.web.exposure.include=health,metrics,prometheus",
            "management.otlp.metrics.export.enabled=false",
            "hub.local.folder=target/local-sign-in"
        })
class ManagementDoorTest {
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
            })
    @Import({SecurityConfiguration.class, LocalSignIn.class})
    static class Management {}

    @Autowired
    WebApplicationContext context;

    @Autowired
    Filter springSecurityFilterChain;

    private MockMvc http;

    @BeforeEach
    void build() {
        http = MockMvcBuilders.webAppContextSetup(context)
                .addFilters(springSecurityFilterChain)
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.7,/actuator/health,200",
        "10.0.0.7,/actuator/prometheus,404",
        "10.0.0.7,/actuator/metrics,404",
        "10.0.0.7,/actuator,404",
        "fd00::7,/actuator/prometheus,404",
        "127.0.0.1,/actuator/prometheus,200",
        "0:0:0:0:0:0:0:1,/actuator/prometheus,200"
    })
    void showsOnlyHealthToOtherMachines(String from, String path, int status) throws Exception {
        http.perform(get(path).remoteAddress(from)).andExpect(status().is(status));
    }
}
