package vn.lienthong.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.lienthong.hub.Door;
import vn.lienthong.hub.Hub;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.TestClock;
import vn.lienthong.hub.TestHub;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.local.LocalClient;
import vn.lienthong.hub.local.LocalKey;
import vn.lienthong.hub.local.LocalSignIn;
import vn.lienthong.hub.simulator.Simulator;

/** Births of Tuesday 12 August 2025 through a running hub and the systems that their parts need. */
@Execution(ExecutionMode.SAME_THREAD)
@SpringBootTest(
        classes = {BirthIT.Parts.class, LocalSignIn.class, Hub.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hub.systems.e-certification.url=http://localhost:1",
            "hub.systems.population.url=http://localhost:1",
            "hub.delivery.poll=100ms",
            "hub.delivery.lease-margin=2400h",
            "hub.journey.poll=100ms",
            "hub.intake.enabled=true",
            "hub.intake.poll=200ms",
            "hub.local.folder=target/local-sign-in"
        })
@ContextConfiguration(initializers = TestHub.class)
@DirtiesContext
class BirthIT {
    private static final TestClock CLOCK = new TestClock();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Simulator PORTAL = played("public-service-portal");
    private static final Simulator REGISTER = played("civil-status");
    private static final Simulator POLICE = played("interlinked-services");
    private static final Simulator INSURANCE = played("social-insurance");
    private static final List<Simulator> ALL = List.of(PORTAL, REGISTER, POLICE, INSURANCE);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LocalKey key;

    @LocalServerPort
    private int port;

    private final String code = Samples.code();

    static final class Parts {
        @Bean
        TestClock clock() {
            return CLOCK;
        }
    }

    private static Simulator played(String system) {
        return Simulator.of(Path.of("integration", system), CLOCK).start();
    }

    @DynamicPropertySource
    static void systems(DynamicPropertyRegistry properties) {
        ALL.forEach(simulator -> properties.add("hub.systems." + simulator.name() + ".url", () -> url(simulator)));
        properties.add("hub.systems.social-insurance.tokenUrl", () -> INSURANCE.url() + "/token");
    }

    private static String url(Simulator simulator) {
        return simulator == INSURANCE ? simulator.url() + "/apiBHXH/1.0" : simulator.url();
    }

    static {
        setTime("2025-08-12T09:00:00+07:00"); // before the hub looks at its clock
    }

    /** Time goes back with each test, and rounds of fetching with it. */
    @BeforeEach
    void begin() throws IOException {
        ALL.forEach(Simulator::calm);
        setTime("2025-08-12T09:20:00+07:00");
        jdbc.sql("delete from pull").update();
        assertThat(office().post("/dossiers", registration()).statusCode()).isEqualTo(202);
    }

    private static void setTime(String at) {
        CLOCK.jump(Duration.between(CLOCK.instant(), OffsetDateTime.parse(at).toInstant()));
    }

    private ObjectNode registration() throws IOException {
        var example = Json.parse(
                Files.readAllBytes(Path.of("integration/civil-status/examples/register.request/birth.in.json")));
        var body = Samples.registration(code).put("procedure", "2.002621");
        body.set("form", example.at("/dossier/form"));
        return body;
    }

    private Door office() {
        return new Door(port, key);
    }

    private Door ops() {
        return new Door(port, key, LocalClient.OPS);
    }

    private void done(String part, String at, String number) throws IOException {
        var body = event("part-done", part, at);
        body.putObject("gives").put("number", number);
        assertThat(office().post("/dossiers/" + code + "/events", body).statusCode())
                .isEqualTo(202);
    }

    private static ObjectNode event(String kind, String part, String at) {
        var body = Json.MAPPER.createObjectNode().put("event", kind).put("occurredAt", at);
        body.putObject("part").put("id", part);
        return body;
    }

    private JsonNode journey() {
        try {
            return Json.parse(ops().get("/dossiers/" + code + "/journey").body().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private JsonNode part(String id) {
        for (var part : journey().path("parts")) {
            if (part.path("id").asText().equals(id)) {
                return part;
            }
        }
        throw new AssertionError("no part " + id);
    }

    private void awaitPart(String id, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(part(id).path("state").asText()).isEqualTo(state));
    }

    private void decide(String decision, String body) throws IOException {
        var answer = ops().post(
                        "/dossiers/" + code + "/journey/" + decision,
                        Json.parse(body.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** The pulls of the cards come round every ten minutes; one that was under way has still seen nothing. */
    private void awaitPulled(String part, String state) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            var known = part(part).path("state").asText().equals(state);
            if (!known) {
                CLOCK.jump(Duration.ofMinutes(11));
            }
            return known;
        });
    }

    private void registered() throws IOException {
        awaitPart("birth-registration", "RUNNING");
        setTime("2025-08-12T11:00:00+07:00");
        done("birth-registration", "2025-08-12T10:50:00+07:00", "35");
        awaitPart("personal-id", "RUNNING");
    }

    private void residenceDone() throws IOException {
        registered();
        setTime("2025-08-12T14:00:00+07:00");
        done("personal-id", "2025-08-12T13:50:00+07:00", "031325000000");
        await().atMost(PATIENCE).until(() -> !POLICE.state("results").path(code).isMissingNode());
        awaitPulled("residence", "DONE");
    }

    @Test
    void aNumberThatComesThreeDaysLateAndACardRefusedOnceEndRightAndCountOnce() throws IOException {
        registered();
        assertThat(part("personal-id").path("startedAt").asText()).isEqualTo("2025-08-12T10:50:00+07:00");
        assertThat(part("personal-id").path("dueAt").asText()).isEqualTo("2025-08-14T10:50:00+07:00");
        assertThat(part("personal-id").path("late").asBoolean()).isFalse();

        setTime("2025-08-18T09:00:00+07:00");
        assertThat(part("personal-id").path("late").asBoolean()).isTrue();
        INSURANCE.fault("refuse-cards");
        done("personal-id", "2025-08-18T08:30:00+07:00", "031325000000");
        await().atMost(PATIENCE).until(() -> part("residence").path("tries").asInt() == 1);
        assertThat(part("residence").path("startedAt").asText()).isEqualTo("2025-08-18T08:30:00+07:00");
        await().atMost(PATIENCE).until(() -> !POLICE.state("results").path(code).isMissingNode());
        awaitPulled("health-card", "REFUSED");
        assertThat(journey().path("state").asText()).isEqualTo("HELD");
        INSURANCE.calm();
        decide("resume", "{}");
        await().atMost(PATIENCE)
                .until(() -> !INSURANCE.state("cards").path(code).isMissingNode());
        awaitPulled("health-card", "DONE");

        assertThat(journey().path("state").asText()).isEqualTo("DONE");
        assertThat(part("health-card").path("tries").asInt()).isEqualTo(2);
        assertThat(INSURANCE.state("cards").path(code).path("soDDCN").asText()).isEqualTo("031325000000");
        assertThat(part("personal-id").path("late").asBoolean()).isTrue();
        assertThat(part("residence").path("late").asBoolean()).isFalse();
        assertThat(jdbc.sql("select count(*) from dossier where code = ? or body like ?")
                        .params(code, "%" + code + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(PORTAL.state("dossiers").path(code).isMissingNode()).isFalse();
    }

    @Test
    void aResumedPartIsBegunOnceHoweverOftenItIsAskedFor() throws IOException {
        INSURANCE.fault("refuse-cards");
        residenceDone();
        awaitPart("health-card", "REFUSED");
        INSURANCE.calm();
        decide("resume", "{}");
        var again = ops().post("/dossiers/" + code + "/journey/resume", Json.MAPPER.createObjectNode());

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(part("health-card").path("tries").asInt()).isEqualTo(2);
    }

    @Test
    void aStoppedJourneyTakesTheRequestForACardBackAndLeavesTheBirthRegistered() throws IOException {
        INSURANCE.fault("issue-cards", false);
        residenceDone();
        awaitPart("health-card", "RUNNING");
        await().atMost(PATIENCE)
                .until(() -> !INSURANCE.state("cards").path(code).isMissingNode());
        decide("stop", "{\"reason\": \"Gia đình rút yêu cầu\"}");

        awaitPart("health-card", "UNDONE");
        awaitPart("residence", "UNDONE");
        assertThat(part("birth-registration").path("state").asText()).isEqualTo("DONE");
        await().atMost(PATIENCE).until(() -> INSURANCE.state("cards").path(code).isMissingNode());
        assertThat(journey().path("state").asText()).isEqualTo("STOPPED");
    }

    @Test
    void whatNobodyAnsweredIsHandedToAPersonAndTakenWhenItComesAfterAll() throws IOException {
        registered();
        setTime("2025-09-10T09:00:00+07:00");
        awaitPart("personal-id", "REFUSED");
        assertThat(part("personal-id").path("reason").asText()).isEqualTo("timed-out");

        done("personal-id", "2025-09-10T08:55:00+07:00", "031325000000");
        await().atMost(PATIENCE).until(() -> part("residence").path("tries").asInt() == 1);
        assertThat(part("personal-id").path("state").asText()).isEqualTo("DONE");
    }

    @Test
    void theWholeStoryIsInTheLedgerOnceAndTheNumberOfTheChildInNoTimeline() throws IOException {
        residenceDone();
        var timeline = office().get("/dossiers/" + code + "/entries?limit=100").body();

        assertThat(timeline).contains("part-started", "part-done").doesNotContain("031325000000");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(begun()).isEqualTo(4));
    }

    private int begun() {
        return jdbc.sql("select count(*) from entry where dossier = ? and kind = 'part-started'")
                .param(code)
                .query(Integer.class)
                .single();
    }
}
