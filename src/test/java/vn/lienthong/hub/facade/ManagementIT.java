package vn.lienthong.hub.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.core.env.Environment;

class ManagementIT extends FacadeStory {
    @LocalManagementPort
    int managementPort;

    @Autowired
    Environment environment;

    private HttpRequest.Builder toManagement(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/prometheus", "/actuator/metrics"})
    void answersThisMachine(String path) {
        assertThat(send(toManagement(path)).statusCode()).isEqualTo(200);
    }

    @Test
    void saysNoMoreThanWhetherItIsWell() {
        assertThat(json(send(toManagement("/actuator/health"))).properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsOnly("status", "groups");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/actuator/beans", "/api/v1/dossiers", "/docs"})
    void offersNothingElse(String path) {
        assertThat(send(toManagement(path)).statusCode()).isIn(401, 404);
    }

    @Test
    void listensOnlyForThisMachineUnlessToldOtherwise() {
        assertThat(environment.getProperty("management.server.address")).isEqualTo("127.0.0.1");
    }
}
