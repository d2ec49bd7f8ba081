package vn.lienthong.hub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.lienthong.hub.Samples.DAI_SON;
import static vn.lienthong.hub.Samples.registration;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.TestHub;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.ledger.Submission;
import vn.lienthong.hub.reconciliation.Reconciliation.State;
import vn.lienthong.hub.reconciliation.Reconciliations.DiscrepancyQuery;
import vn.lienthong.hub.simulator.Simulator;

/** The register is compared by days of reception, module by module; a wrong day is for people to set right. */
@Execution(ExecutionMode.SAME_THREAD)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"hub.delivery.poll=50ms", "hub.reconciliation.poll=50ms"})
@ContextConfiguration(initializers = TestHub.class)
@DirtiesContext
class CivilStatusComparedIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Simulator REGISTER =
            Simulator.of(Path.of("integration/civil-status")).start();
    private static final OffsetDateTime FROM = OffsetDateTime.parse("2025-08-11T00:00:00+07:00");

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
    JdbcClient jdbc;

    @Autowired
    Reconciliations reconciliations;

    String code;

    @BeforeEach
    void takeANewCode() {
        REGISTER.calm();
        code = Samples.code();
    }

    @Test
    void findsNothingWhereTheDayIsTheSame() {
        register("1.001193");
        var run = compare();
        assertThat(run.shown()).isPositive();
        assertThat(found(run)).isEmpty();
    }

    @Test
    void handsAWrongDayToPeople() {
        REGISTER.fault("restamp-date", Map.of("dossiers", List.of(code), "days", 1));
        register("1.000656");
        var run = compare();
        assertThat(found(run)).containsExactly("TIME receivedAt restamp ESCALATE OPEN");
        apply(run);
        assertThat(found(run)).containsExactly("TIME receivedAt restamp ESCALATE OPEN");
    }

    @Test
    void sendsAgainWhatWasLost() {
        REGISTER.fault("lose", Map.of("dossiers", List.of(code)));
        register("1.000894");
        REGISTER.calm();
        var run = compare();
        assertThat(found(run)).containsExactly("MISSING  missing-there RESEND OPEN");
        apply(run);
        assertThat(found(run)).containsExactly("MISSING  missing-there RESEND CLOSED");
        assertThat(REGISTER.state("hoSo").has(code)).isTrue();
    }

    private void register(String procedure) {
        var body = registration(code).put("procedure", procedure);
        ledger.append(new Submission(DAI_SON, null, code, EntryKind.REGISTERED, body))
                .join();
        await().atMost(PATIENCE)
                .until(() -> "DELIVERED"
                        .equals(jdbc.sql("select state from delivery where dossier = ? and system = 'civil-status'")
                                .param(code)
                                .query(String.class)
                                .single()));
    }

    private Reconciliation compare() {
        return awaited(reconciliations.start("civil-status", FROM, FROM.plusDays(3), DAI_SON), State.COMPARED);
    }

    private void apply(Reconciliation run) {
        reconciliations.apply(run.id(), DAI_SON);
        awaited(run, State.APPLIED);
    }

    private Reconciliation awaited(Reconciliation run, State state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(reconciliations.find(run.id()).orElseThrow())
                        .extracting(Reconciliation::state, Reconciliation::fault)
                        .containsExactly(state, null));
        return reconciliations.find(run.id()).orElseThrow();
    }

    private List<String> found(Reconciliation run) {
        return reconciliations.discrepancies(new DiscrepancyQuery(run.id(), null, code, null), 0, 1000).stream()
                .map(d -> "%s %s %s %s %s".formatted(d.kind(), d.field(), d.reason(), d.remedy(), d.state()))
                .toList();
    }
}
