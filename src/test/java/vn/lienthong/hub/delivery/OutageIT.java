package vn.lienthong.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.Samples;

/** A system that is down for hours: it burns no attempts, nobody else waits, and all is brought when it is back. */
class OutageIT extends HubStory {
    private static final String PORTAL_BREAKER = "public-service-portal";
    private static final String PLATFORM_BREAKER = "platform:ndxp";
    private static final Duration LONGER_THAN_ANY_WAIT = Duration.ofMinutes(6);
    private static final Duration LONGER_THAN_A_LEASE = Duration.ofHours(25);

    @Autowired
    MeterRegistry meters;

    private List<String> codes = List.of();

    @BeforeEach
    void takeCodes() {
        codes = Stream.generate(Samples::code).limit(30).toList();
    }

    @AfterEach
    void comeBack() {
        PORTAL.calm();
        awaitAllDelivered();
        assertThat(isClosed(PORTAL_BREAKER)).isTrue();
        assertThat(isClosed(PLATFORM_BREAKER)).isTrue();
    }

    private void reportAll() {
        codes.forEach(code -> {
            register(code);
            step(code, "10:00:00");
        });
    }

    private void awaitAllDelivered() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
            if (!anyLeased()) {
                CLOCK.jump(LONGER_THAN_ANY_WAIT);
            }
            return codes.stream().allMatch(code -> atPortal(code).equals(List.of("DELIVERED", "DELIVERED")));
        });
    }

    @Test
    void burnsNoAttemptsOnASystemThatNobodyCanReachForHours() {
        PORTAL.stop();
        try {
            reportAll();
            awaitOpen(PORTAL_BREAKER);
            var burnt = burntAtPortal();
            for (var trial = 0; trial < 12; trial++) {
                oneTrialAfter(Duration.ofMinutes(20));
            }
            assertThat(burntAtPortal()).isEqualTo(burnt);
            assertThat(statesAtPortal().keySet()).isSubsetOf("PENDING", "UNCERTAIN");
            codes.forEach(code -> awaitAtCertification(code, "DELIVERED", "DELIVERED"));
        } finally {
            PORTAL.resume();
        }
        awaitAllDelivered();
        assertEachCameOnceAndInOrder();
    }

    @Test
    void burnsNoAttemptsOnASystemThatHangs() {
        register(code);
        awaitAtPortal(code, "DELIVERED");
        PORTAL.fault("slow", Map.of("millis", 5000));
        reportAll();
        awaitOpen(PORTAL_BREAKER);
        var burnt = burntAtPortal();
        assertThat(burnt).isPositive();
        // the breaker waits 10 s, then always twice as long; in that time the portal's session does not end
        for (var trial = 0; trial < 6; trial++) {
            oneTrialAfter(Duration.ofSeconds(11L << trial));
        }
        assertThat(burntAtPortal()).isEqualTo(burnt);

        PORTAL.calm();
        awaitAllDelivered();
        assertEachCameOnceAndInOrder();
    }

    @Test
    void goesOnLookingAfterATrialThatTheHubItselfCouldNotMake() {
        PORTAL.fault("down");
        reportAll();
        awaitOpen(PORTAL_BREAKER);
        var broken = codes.getFirst();
        var state = jdbc.sql("select state from entry where dossier = ? and seq = 1")
                .param(broken)
                .query(String.class)
                .single();
        replaceState(broken, "{");
        jdbc.sql("update delivery set due_at = '2000-01-01Z' where dossier = ? and seq = 1 and state = 'PENDING'")
                .param(broken)
                .update();
        PORTAL.calm();
        CLOCK.jump(LONGER_THAN_ANY_WAIT);

        codes.stream().skip(1).forEach(code -> awaitAtPortal(code, "DELIVERED", "DELIVERED"));
        assertThat(atPortal(broken)).containsExactly("LEASED", "PENDING");
        replaceState(broken, state);
        CLOCK.jump(LONGER_THAN_A_LEASE);
    }

    private void replaceState(String code, String state) {
        jdbc.sql("update entry set state = ? where dossier = ? and seq = 1")
                .params(state, code)
                .update();
    }

    @Test
    void blamesThePlatformForAFaultOfThePlatform() throws Exception {
        PORTAL.fault("x-road-fault");
        reportAll();

        awaitOpen(PLATFORM_BREAKER);
        assertThat(isClosed(PORTAL_BREAKER)).isTrue();
        assertThat(burntAtPortal()).isZero();
        // the population database is reached through the same platform, the certification system is not
        var question = Samples.question();
        assertThat(door().post("/citizens/verify", question).statusCode()).isEqualTo(503);
        codes.forEach(code -> awaitAtCertification(code, "DELIVERED", "DELIVERED"));
    }

    /** A single call looks whether the system is back (a slow machine may find time for two); the backlog is left alone. */
    private void oneTrialAfter(Duration time) {
        var before = triesAtPortal();
        CLOCK.jump(time);
        await().atMost(PATIENCE).until(() -> triesAtPortal() > before && !anyLeased());
        assertThat(triesAtPortal()).isBetween(before + 1, before + 2);
    }

    private void assertEachCameOnceAndInOrder() {
        var stored = PORTAL.state("dossiers");
        assertThat(codes).allSatisfy(code -> {
            assertThat(stored.path(code).path("SoLanDongBo").asInt()).isEqualTo(1);
            assertThat(stored.path(code).path("TienDo")).hasSize(1);
        });
    }

    private void awaitOpen(String breaker) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(statesAtPortal()).doesNotContainKey("LEASED");
            assertThat(isClosed(breaker)).isFalse();
        });
    }

    private boolean isClosed(String breaker) {
        return meters.get("resilience4j.circuitbreaker.state")
                        .tags("name", breaker, "state", "closed")
                        .gauge()
                        .value()
                == 1;
    }

    private boolean anyLeased() {
        return statesAtPortal().containsKey("LEASED");
    }

    private Map<String, Long> statesAtPortal() {
        return jdbc
                .sql("""
                        select state, count(*) from delivery
                        where system = 'public-service-portal' and dossier = any (?) group by state""")
                .param(codes.toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private int burntAtPortal() {
        return numberAtPortal("sum(attempts)");
    }

    private int triesAtPortal() {
        return numberAtPortal("sum(tries)");
    }

    private int numberAtPortal(String what) {
        return jdbc.sql("select " + what
                        + " from delivery where system = 'public-service-portal' and dossier = any (?)")
                .param(codes.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }
}
