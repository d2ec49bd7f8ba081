package vn.lienthong.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.json.Times;

/** Calls of which nobody knows whether they arrived: asked about first, sent again only what is not there. */
class DoubtIT extends HubStory {
    private static final Duration AFTER_THE_FIRST_PAUSE = Duration.ofSeconds(7);

    @ParameterizedTest
    @ValueSource(strings = {"drop-after-commit", "timeout-after-commit", "cut-reply", "junk-before-json"})
    void sendsNothingAgainThatHadArrived(String fault) {
        PORTAL.fault(fault, Map.of("dossiers", List.of(code)));
        register(code);
        awaitAtPortal(code, "UNCERTAIN");
        PORTAL.calm();
        CLOCK.jump(AFTER_THE_FIRST_PAUSE);

        awaitAtPortal(code, "DELIVERED");
        assertThat(triesAtPortal(code)).containsExactly("SEND uncertain", "PROBE acknowledged");
        assertThat(effects()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop-before", "html-error-page"})
    void sendsOnceMoreWhatHadNotArrived(String fault) {
        register(code);
        awaitAtPortal(code, "DELIVERED");
        PORTAL.fault(fault, true);
        step(code, "10:00:00");
        awaitAtPortal(code, "DELIVERED", "UNCERTAIN");
        PORTAL.calm();
        CLOCK.jump(AFTER_THE_FIRST_PAUSE);

        awaitAtPortal(code, "DELIVERED", "DELIVERED");
        assertThat(triesAtPortal(code)).containsExactly("SEND uncertain", "PROBE absent", "SEND acknowledged");
        assertThat(dossier().path("TienDo")).hasSize(1);
    }

    @Test
    void sendsNothingAgainThatTheCertificationSystemHad() {
        CERTIFICATION.fault("drop-after-commit", Map.of("dossiers", List.of(code)));
        var entry = register(code).entry().toString();
        awaitAtCertification(code, "UNCERTAIN");
        CERTIFICATION.calm();
        CLOCK.jump(AFTER_THE_FIRST_PAUSE);

        awaitAtCertification(code, "DELIVERED");
        assertThat(CERTIFICATION.state("hoSo").path(code).path("banTin"))
                .extracting(JsonNode::asText)
                .containsExactly(entry);
    }

    @Test
    void takesAnErrorInsideHttp200AsARefusal() {
        PORTAL.fault("refuse-dossier", Map.of("dossiers", List.of(code)));
        register(code);

        awaitAtPortal(code, "REFUSED");
        assertThat(triesAtPortal(code)).containsExactly("SEND refused");
        assertThat(dossier().isMissingNode()).isTrue();
    }

    @Test
    void logsInAnewAndBurnsNothingWhenTheSessionHasEnded() {
        register(code);
        awaitAtPortal(code, "DELIVERED");
        PORTAL.fault("session-expires-after", Map.of("calls", 1));
        step(code, "10:00:00");
        awaitAtPortal(code, "DELIVERED", "DELIVERED");
        step(code, "11:00:00");

        awaitAtPortal(code, "DELIVERED", "DELIVERED", "DELIVERED");
        assertThat(triesAtPortal(code)).containsExactly("SEND acknowledged");
        assertThat(burntAtPortal(code)).isZero();
        assertThat(dossier().path("TienDo")).hasSize(2);
    }

    @Test
    void asksBeforeItSendsWhatADeadNodeHadLeased() {
        register(code);
        awaitAtPortal(code, "DELIVERED");
        leaveToADeadNode(Duration.ZERO);

        awaitAtPortal(code, "DELIVERED");
        assertThat(triesAtPortal(code)).containsExactly("SEND acknowledged", "PROBE acknowledged");
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void sendsWhatADeadNodeHadLeasedAndNotSent() {
        register(code);
        awaitAtPortal(code, "DELIVERED");
        var before = dossier();
        step(code, "10:00:00");
        awaitAtPortal(code, "DELIVERED", "DELIVERED");
        PORTAL.store("dossiers", code, before);
        leaveToADeadNode(Duration.ZERO);

        await().atMost(PATIENCE).until(() -> dossier().path("TienDo").size() == 1);
        awaitAtPortal(code, "DELIVERED", "DELIVERED");
        assertThat(triesAtPortal(code)).containsExactly("SEND acknowledged", "PROBE absent", "SEND acknowledged");
    }

    @Test
    void leavesALeaseThatRunsToItsHolder() {
        register(code);
        awaitAtPortal(code, "DELIVERED");
        leaveToADeadNode(Duration.ofMinutes(10));
        CLOCK.jump(Duration.ofMinutes(9));
        step(code, "10:00:00");
        awaitAtCertification(code, "DELIVERED", "DELIVERED");
        assertThat(atPortal(code)).containsExactly("LEASED", "PENDING");

        CLOCK.jump(Duration.ofMinutes(2));
        awaitAtPortal(code, "DELIVERED", "DELIVERED");
    }

    /** As if the last delivery had been leased, and its node had died. */
    private void leaveToADeadNode(Duration leaseStillRuns) {
        jdbc.sql("""
                        update delivery set state = 'LEASED', lease = ?, due_at = ?
                        where dossier = ? and system = 'public-service-portal'
                          and seq = (select max(seq) from delivery where dossier = ? and system = 'public-service-portal')
                        """)
                .params(UUID.randomUUID(), Times.inOffice(CLOCK.instant().plus(leaseStillRuns)), code, code)
                .update();
    }

    private JsonNode dossier() {
        return PORTAL.state("dossiers").path(code);
    }

    /** The portal counts how often a dossier was written. */
    private int effects() {
        return dossier().path("SoLanDongBo").asInt();
    }
}
