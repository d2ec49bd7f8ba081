package vn.lienthong.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.lienthong.hub.Samples.DAI_SON;
import static vn.lienthong.hub.Samples.event;
import static vn.lienthong.hub.Samples.registration;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.TestHub;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.ledger.Submission;
import vn.lienthong.hub.simulator.Simulator;

/** Deliveries to the national portal and to certification, against their simulators. */
@Execution(ExecutionMode.SAME_THREAD)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hub.systems.public-service-portal.timeout=800ms",
            "hub.systems.e-certification.timeout=800ms",
            "hub.delivery.poll=50ms",
            "hub.delivery.lease-margin=300ms"
        })
@ContextConfiguration(initializers = TestHub.class)
@DirtiesContext
class DeliveryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Simulator PORTAL =
            Simulator.of(Path.of("integration/public-service-portal")).start();
    static final Simulator CERTIFICATION =
            Simulator.of(Path.of("integration/e-certification")).start();

    @DynamicPropertySource
    static void systems(DynamicPropertyRegistry properties) {
        properties.add("hub.systems.public-service-portal.url", PORTAL::url);
        properties.add("hub.systems.e-certification.url", CERTIFICATION::url);
    }

    @Autowired
    Ledger ledger;

    @Autowired
    Deliveries deliveries;

    String code;

    @BeforeEach
    void takeANewCode() {
        PORTAL.calm();
        CERTIFICATION.calm();
        code = Samples.code();
    }

    @Test
    void bringsARegistrationToEverySystemThatReceivesIt() {
        report(EntryKind.REGISTERED, registration(code));

        awaitDelivered("public-service-portal");
        awaitDelivered("e-certification");
        assertThat(PORTAL.state("dossiers").has(code)).isTrue();
    }

    @Test
    void sendsNothingAgainThatHadArrivedBeforeTheTimeout() {
        PORTAL.fault("timeout-after-commit", Map.of("millis", 2000));
        report(EntryKind.REGISTERED, registration(code));
        await().until(() -> PORTAL.state("dossiers").has(code));
        PORTAL.calm();

        awaitDelivered("public-service-portal");
    }

    private void awaitDelivered(String system) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deliveries.legs(code))
                        .filteredOn(leg -> leg.system().equals(system))
                        .extracting(Leg::state)
                        .containsExactly("DELIVERED"));
    }

    private void report(EntryKind kind, JsonNode body) {
        ledger.append(new Submission(DAI_SON, null, code, kind, body)).join();
    }

    private void report(String kind, String time) {
        report(EntryKind.of(kind).orElseThrow(), event(kind, time));
    }
}
