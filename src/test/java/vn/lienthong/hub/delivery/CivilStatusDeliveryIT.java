package vn.lienthong.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static vn.lienthong.hub.Samples.DAI_SON;
import static vn.lienthong.hub.Samples.registration;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
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
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.ledger.Submission;
import vn.lienthong.hub.simulator.Simulator;

/** Registrations of civil status on their way through the hub to the register. */
@Execution(ExecutionMode.SAME_THREAD)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hub.systems.civil-status.timeout=800ms",
            "hub.delivery.poll=50ms",
            "hub.delivery.lease-margin=300ms"
        })
@ContextConfiguration(initializers = TestHub.class)
@DirtiesContext
class CivilStatusDeliveryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Simulator REGISTER =
            Simulator.of(Path.of("integration/civil-status")).start();

    @DynamicPropertySource
    static void systems(DynamicPropertyRegistry properties) {
        properties.add("hub.systems.civil-status.url", REGISTER::url);
    }

    @AfterAll
    static void stop() {
        REGISTER.close();
    }

    @Autowired
    Ledger ledger;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MeterRegistry meters;

    String code;

    @BeforeEach
    void takeANewCode() {
        REGISTER.calm();
        code = Samples.code();
    }

    @Test
    void bringsABirthToTheRegister() {
        register("1.001193");

        awaitDelivered();
        assertThat(REGISTER.state("hoSo").at("/" + code + "/module").asText()).isEqualTo("KS");
        assertThat(REGISTER.state("hoSo").at("/" + code + "/ngayTiepNhan").asText())
                .isEqualTo("2025-08-12");
    }

    @Test
    void asksBeforeItSendsAgainAndKeepsTheDateThatTheRegisterStored() {
        var before = REGISTER.count("dangKy");
        REGISTER.fault("timeout-after-commit", Map.of("millis", 2000));
        register("1.000656");
        await().until(() -> REGISTER.state("hoSo").has(code));
        REGISTER.calm();

        awaitDelivered();
        assertThat(REGISTER.count("dangKy")).isEqualTo(before + 1);
        assertThat(deliveries.legs(code))
                .filteredOn(leg -> leg.system().equals("civil-status"))
                .singleElement()
                .satisfies(leg -> assertThat(leg.storedTimes())
                        .isEqualTo(Json.MAPPER
                                .createObjectNode()
                                .put("receivedAt", "2025-08-12")
                                .put("status", "waiting")));
    }

    @Test
    void showsThatTheRegisterHasNoRoomForTheTimeOfDay() {
        register("1.001193");

        assertThat(deliveries.legs(code))
                .extracting(Leg::system, Leg::precision)
                .contains(
                        tuple("civil-status", Map.of("receivedAt", "date")), tuple("public-service-portal", Map.of()));
    }

    @Test
    void countsReceptionsThatLostTheirTimeOfDayAndThoseItDecides() {
        var harmless = lost("false");
        var decided = lost("true");

        register("1.001193");
        await().untilAsserted(() -> assertThat(lost("false")).isEqualTo(harmless + 1));

        code = Samples.code();
        ledger.append(new Submission(
                        DAI_SON,
                        null,
                        code,
                        EntryKind.REGISTERED,
                        registration(code).put("procedure", "1.001193").put("receivedAt", "2025-08-12T15:00:00+07:00")))
                .join();
        awaitDelivered();
        await().untilAsserted(() -> assertThat(lost("true")).isEqualTo(decided + 1));
        assertThat(lost("false")).isEqualTo(harmless + 1);
    }

    private double lost(String decides) {
        return meters.counter("hub.delivery.dateonly", "system", "civil-status", "decides", decides)
                .count();
    }

    @Test
    void owesNothingOfOtherFields() {
        register("2.000815");
        assertThat(deliveries.legs(code)).extracting(Leg::system).doesNotContain("civil-status");
    }

    private void register(String procedure) {
        var body = registration(code).put("procedure", procedure);
        ledger.append(new Submission(DAI_SON, null, code, EntryKind.REGISTERED, body))
                .join();
    }

    private void awaitDelivered() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deliveries.legs(code))
                        .filteredOn(leg -> leg.system().equals("civil-status"))
                        .extracting(Leg::state)
                        .containsExactly("DELIVERED"));
    }
}
