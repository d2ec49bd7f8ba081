package vn.lienthong.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.lienthong.hub.Samples.DAI_SON;
import static vn.lienthong.hub.Samples.event;
import static vn.lienthong.hub.Samples.registration;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.ledger.Receipt;
import vn.lienthong.hub.ledger.Submission;
import vn.lienthong.hub.local.LocalAssertionKey;
import vn.lienthong.hub.local.LocalEvidenceKey;
import vn.lienthong.hub.local.LocalKey;
import vn.lienthong.hub.local.LocalSignIn;
import vn.lienthong.hub.simulator.Simulator;

/**
 * One running hub for all stories of what goes wrong between it and other systems. The portal and the certification
 * system take every dossier of {@link Samples}; hours pass by {@link #CLOCK}. Each test has dossiers of its own and
 * leaves the systems calm and reachable.
 */
@Execution(ExecutionMode.SAME_THREAD)
@SpringBootTest(
        classes = {HubStory.Parts.class, LocalSignIn.class, Hub.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hub.systems.public-service-portal.timeout=1500ms",
            "hub.systems.public-service-portal.rate=5000/s",
            "hub.systems.e-certification.timeout=60s",
            "hub.systems.e-certification.rate=5000/s",
            "hub.systems.e-certification.concurrency=1000",
            // of a procedure field that no story here uses; nobody is to hear of it
            "hub.systems.civil-status.url=http://localhost:1",
            "hub.delivery.poll=100ms",
            "hub.repair.poll=100ms",
            "hub.payment.poll=100ms",
            // one story's trouble with them must not close the door of the next
            "hub.systems.payment.window=10000",
            "hub.systems.payment.minimumCalls=10000",
            "hub.systems.vnpay.window=10000",
            "hub.systems.vnpay.minimumCalls=10000",
            // longer than tests jump, so that no lease in flight runs out by a jump
            "hub.delivery.lease-margin=24h",
            "hub.local.folder=target/local-sign-in",
            "hub.files.folder=target/hub-story-files",
            "hub.files.owner-key=owners-of-the-story-are-hidden-by-this",
            "hub.files.sweep-every=PT0.5S",
            "hub.desk.citizen-key=citizens-of-the-story-are-hidden-by-this",
            "hub.desk.citizen-every=PT0.2S",
            "hub.files.abandoned-after=3650d", // longer than all jumps together
            "server.servlet.session.cookie.secure=false",
            "hub.systems.vneid.timeout=1500ms",
            "hub.systems.webhook.addresses=any",
            "hub.subscriptions.key=secrets-of-the-story-are-made-from-this",
            "management.tracing.export.otlp.enabled=true",
            "management.tracing.sampling.probability=1",
            "management.opentelemetry.tracing.export.schedule-delay=100ms",
            "hub.audit.seal-every=PT0.5S",
            "hub.incidents.every=PT24H", // a story looks when it wants to
            "hub.drift.learn=1000000", // what stories make systems answer is no news to others
            "hub.alerts.groups[0].name=truc-ca",
            "hub.alerts.groups[0].mail=truc-ca@example.vn",
            "hub.alerts.groups[0].webhook=${story.hook}",
            "hub.alerts.groups[0].secret=calls-of-the-story-are-signed-with-this",
            "hub.alerts.groups[0].per-hour=1000",
            "hub.alerts.groups[1].name=lanh-dao",
            "hub.alerts.groups[1].mail=lanh-dao@example.vn",
            "hub.alerts.groups[1].after=1000h",
            "spring.mail.host=127.0.0.1",
            "hub.sign-in.public-url=https://hub.example.vn",
            "hub.sign-in.return-to.upstream-dai-son=https://motcua.example.vn/back?from=hub"
        })
@ContextConfiguration(initializers = TestHub.class)
public abstract class HubStory {
    protected static final TestClock CLOCK = new TestClock();
    protected static final Simulator PORTAL = played("public-service-portal");
    protected static final Simulator CERTIFICATION = played("e-certification");
    protected static final Simulator POPULATION = played("population");
    protected static final Simulator PAYMENT = played("payment");
    protected static final Simulator VNPAY = played("vnpay");
    protected static final Simulator RECEIPTS = played("e-receipt");
    protected static final Simulator TREASURY = played("treasury");
    protected static final Simulator VNEID = played("vneid");
    protected static final Alerted ALERTED = Alerted.start();
    protected static final PlayedScanner SCANNER = PlayedScanner.start();
    protected static final Collector COLLECTOR = Collector.start();
    protected static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    protected Ledger ledger;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    private LocalKey key;

    @LocalServerPort
    private int port;

    protected String code = "";

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
        properties.add("hub.systems.public-service-portal.url", PORTAL::url);
        properties.add("hub.systems.e-certification.url", CERTIFICATION::url);
        properties.add("hub.systems.population.url", () -> POPULATION.url() + "/dancu");
        properties.add("hub.systems.payment.url", PAYMENT::url);
        properties.add("hub.systems.vnpay.url", VNPAY::url);
        properties.add("hub.systems.e-receipt.url", () -> RECEIPTS.url() + "/PublishService.asmx");
        properties.add("hub.systems.treasury.url", TREASURY::url);
        properties.add("hub.systems.vneid.url", VNEID::url);
        properties.add("hub.sign-in.key", () -> LocalAssertionKey.in(Path.of("target/local-sign-in")));
        properties.add("management.opentelemetry.tracing.export.otlp.endpoint", COLLECTOR::address);
        properties.add("hub.files.scanner", SCANNER::address);
        properties.add("spring.mail.port", ALERTED::mailPort);
        properties.add("story.hook", ALERTED::hook);
        properties.add("hub.evidence.key", () -> LocalEvidenceKey.in(Path.of("target/local-sign-in")));
    }

    @BeforeEach
    void calmAllAndTakeANewCode() {
        List.of(PORTAL, CERTIFICATION, POPULATION, PAYMENT, VNPAY, RECEIPTS, TREASURY, VNEID)
                .forEach(Simulator::calm);
        List.of(PAYMENT, VNPAY).forEach(simulator -> simulator.calling("http://localhost:" + port));
        SCANNER.calm();
        code = Samples.code();
    }

    protected Receipt register(String code) {
        return report(code, EntryKind.REGISTERED, registration(code));
    }

    /** A step at a time such as {@code 10:00:00}. */
    protected Receipt step(String code, String time) {
        return report(code, EntryKind.STEP, event("step", time));
    }

    protected Receipt report(String code, EntryKind kind, JsonNode body) {
        return ledger.append(new Submission(DAI_SON, null, code, kind, body)).join();
    }

    protected String hub() {
        return "http://localhost:" + port;
    }

    protected Door door() {
        return new Door(port, key);
    }

    protected Door door(String client, List<String> roles, List<String> units) {
        return new Door(port, key, client, roles, units);
    }

    /** How the dossier's deliveries to the portal stand, in ledger order. */
    protected List<String> atPortal(String code) {
        return states(code, "public-service-portal");
    }

    protected List<String> atCertification(String code) {
        return states(code, "e-certification");
    }

    private List<String> states(String code, String system) {
        return jdbc.sql("select state from delivery where dossier = ? and system = ? order by seq")
                .params(code, system)
                .query(String.class)
                .list();
    }

    protected void awaitAtPortal(String code, String... states) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(atPortal(code)).containsExactly(states));
    }

    protected void awaitAtCertification(String code, String... states) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(atCertification(code)).containsExactly(states));
    }

    /** What was done for the last entry of the dossier towards the portal: {@code SEND uncertain}, … */
    protected List<String> triesAtPortal(String code) {
        return jdbc.sql("""
                        select a.kind || ' ' || a.outcome from attempt a join delivery d on d.id = a.delivery
                        where d.dossier = ? and d.system = 'public-service-portal'
                          and d.seq = (select max(seq) from delivery where dossier = d.dossier and system = d.system)
                        order by a.n""").param(code).query(String.class).list();
    }

    /** Attempts that the dossier's deliveries to the portal have burnt together. */
    protected int burntAtPortal(String code) {
        return jdbc.sql("select sum(attempts) from delivery where dossier = ? and system = 'public-service-portal'")
                .param(code)
                .query(Integer.class)
                .single();
    }
}
