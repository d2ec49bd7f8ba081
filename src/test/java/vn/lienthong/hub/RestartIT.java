package vn.lienthong.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.lienthong.hub.Samples.registration;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.local.LocalKey;
import vn.lienthong.hub.local.LocalPostgres;
import vn.lienthong.hub.local.LocalSignIn;
import vn.lienthong.hub.pack.SampleCredentials;
import vn.lienthong.hub.simulator.Simulator;

/** The database goes away under load, once orderly and once as in a power failure, and comes back. */
@SpringBootTest(
        classes = {LocalSignIn.class, Hub.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hub.systems.public-service-portal.timeout=3s",
            "hub.systems.e-certification.timeout=3s",
            "hub.systems.civil-status.url=http://localhost:1",
            "hub.systems.event-stream.timeout=1s",
            "hub.delivery.lease-margin=1s",
            "hub.local.folder=target/local-sign-in"
        })
@DirtiesContext
class RestartIT {
    private static final int CALLERS = 16;
    private static final int DOSSIERS = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final LocalPostgres POSTGRES = LocalPostgres.temporary();
    private static final Simulator PORTAL =
            Simulator.of(Path.of("integration/public-service-portal")).start();
    private static final Simulator CERTIFICATION =
            Simulator.of(Path.of("integration/e-certification")).start();

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", POSTGRES::url);
        properties.add("spring.datasource.username", POSTGRES::username);
        properties.add("spring.datasource.password", POSTGRES::password);
        properties.add("hub.systems.public-service-portal.url", PORTAL::url);
        properties.add("hub.systems.e-certification.url", CERTIFICATION::url);
        SampleCredentials.of(Path.of("integration")).forEach((name, value) -> properties.add(name, () -> value));
    }

    @AfterAll
    static void stopServers() {
        List.of(PORTAL, CERTIFICATION).forEach(Simulator::close);
        POSTGRES.close();
    }

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LocalKey key;

    @LocalServerPort
    int port;

    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger unavailable = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> surprises = new ConcurrentLinkedQueue<>();

    @Test
    void losesAndDoublesNothingWhileTheDatabaseRestarts() {
        var codes = new ConcurrentLinkedQueue<>(
                Stream.generate(Samples::code).limit(DOSSIERS).toList());
        var all = List.copyOf(codes);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, CALLERS)
                    .mapToObj(n -> CompletableFuture.runAsync(() -> registerAll(codes), callers))
                    .toList();
            await().atMost(PATIENCE).until(() -> accepted.get() >= DOSSIERS / 4);
            POSTGRES.restart();
            await().atMost(PATIENCE).until(() -> accepted.get() >= DOSSIERS / 2);
            POSTGRES.kill();
            POSTGRES.resume();
            work.forEach(CompletableFuture::join);
        }
        assertThat(surprises).isEmpty();
        assertThat(unavailable).as("calls that met the restart").hasPositiveValue();
        assertThat(rows("dossier")).isEqualTo(DOSSIERS);
        assertThat(rows("entry")).isEqualTo(DOSSIERS);
        assertThat(rows("audit where action = 'ledger.registered'")).isEqualTo(DOSSIERS);
        assertDeliveredOnce(all);
    }

    private void registerAll(ConcurrentLinkedQueue<String> codes) {
        var door = new Door(port, key);
        for (var code = codes.poll(); code != null; code = codes.poll()) {
            var next = code;
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> isAccepted(door, next));
            accepted.incrementAndGet();
        }
    }

    /** A caller repeats the same request until it has a clear answer. */
    private boolean isAccepted(Door door, String code) throws IOException {
        var answer = door.post("/dossiers", "register-" + code, registration(code));
        if (answer.statusCode() == 503) {
            unavailable.incrementAndGet();
        }
        if (answer.statusCode() != 202 && !isAnOfferToRepeat(answer.statusCode(), answer.body())) {
            surprises.add(answer.statusCode() + " " + answer.body());
        }
        return answer.statusCode() == 202;
    }

    private static boolean isAnOfferToRepeat(int status, String body) {
        var code = Json.parse(body.getBytes(UTF_8)).path("code").asText();
        return status == 503 && code.equals("hub.unavailable") || status == 409 && code.equals("request.in-progress");
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private void assertDeliveredOnce(List<String> codes) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rows("delivery where state <> 'DELIVERED' and system in"
                                + " ('public-service-portal', 'e-certification')"))
                        .isZero());
        var portal = PORTAL.state("dossiers");
        var certification = CERTIFICATION.state("hoSo");
        assertThat(portal).hasSize(DOSSIERS);
        assertThat(codes).allSatisfy(code -> {
            assertThat(portal.path(code).path("SoLanDongBo").asInt()).isEqualTo(1);
            assertThat(certification.path(code).path("banTin")).hasSize(1);
        });
    }
}
