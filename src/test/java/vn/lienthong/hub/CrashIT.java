package vn.lienthong.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.lienthong.hub.Samples.event;
import static vn.lienthong.hub.Samples.registration;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.local.LocalKafka;
import vn.lienthong.hub.local.LocalKey;
import vn.lienthong.hub.local.LocalPostgres;
import vn.lienthong.hub.pack.SampleCredentials;
import vn.lienthong.hub.simulator.Simulator;

/**
 * The hub is killed at any moment, while it accepts and while it delivers, and started again; callers repeat what they
 * have no answer to. The length of the drill is {@code -Ddrill.kills}, its moments come from {@code -Ddrill.seed}.
 */
class CrashIT {
    private static final int KILLS = Integer.getInteger("drill.kills", 3);
    private static final long SEED = Long.getLong("drill.seed", System.nanoTime());
    private static final int DOSSIERS = 70 * KILLS;
    private static final int CALLERS = 8;
    private static final int MOST_MILLIS_TO_THE_KILL = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final LocalPostgres postgres = LocalPostgres.temporary();
    private final LocalKafka kafka = LocalKafka.temporary();
    private final Simulator portal =
            Simulator.of(Path.of("integration/public-service-portal")).start();
    private final Simulator certification =
            Simulator.of(Path.of("integration/e-certification")).start();
    private final JdbcClient jdbc = JdbcClient.create(postgres.dataSource());

    /** The entry that a caller was told of, by idempotency key. */
    private final Map<String, String> receipts = new ConcurrentHashMap<>();

    private final ConcurrentLinkedQueue<String> surprises = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path folder;

    private ChildHub hub;
    private Door door;

    @BeforeEach
    void start() {
        // so that a kill finds calls under way
        portal.fault("slow", Map.of("millis", 150));
        certification.fault("slow", Map.of("millis", 150));
        hub = new ChildHub(properties(), Path.of("target/crash-drill.log"));
        door = new Door(hub.port(), LocalKey.in(folder));
    }

    private Map<String, String> properties() {
        var properties = new HashMap<String, String>(SampleCredentials.of(Path.of("integration")));
        properties.put("spring.datasource.url", postgres.url());
        properties.put("spring.datasource.username", postgres.username());
        properties.put("spring.datasource.password", postgres.password());
        properties.put("spring.kafka.bootstrap-servers", kafka.bootstrapServers());
        properties.put("hub.local.folder", folder.toString());
        properties.put("hub.systems.public-service-portal.url", portal.url());
        properties.put("hub.systems.e-certification.url", certification.url());
        properties.put("hub.systems.civil-status.url", "http://localhost:1");
        // leases of a killed hub last twice as long as a call may, and a second
        properties.put("hub.systems.public-service-portal.timeout", "3s");
        properties.put("hub.systems.e-certification.timeout", "3s");
        properties.put("hub.systems.event-stream.timeout", "3s");
        properties.put("hub.delivery.lease-margin", "1s");
        return properties;
    }

    @AfterEach
    void stop() {
        hub.kill();
        List.of(portal, certification).forEach(Simulator::close);
        kafka.close();
        postgres.close();
    }

    @Test
    void losesAndDoublesNothingHoweverOftenItIsKilled() {
        var codes = Stream.generate(Samples::code).limit(DOSSIERS).toList();
        var waiting = new ConcurrentLinkedQueue<>(codes);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, CALLERS)
                    .mapToObj(n -> CompletableFuture.runAsync(() -> reportAll(waiting), callers))
                    .toList();
            killAndStartAgain();
            work.forEach(CompletableFuture::join);
        }
        assertThat(surprises).as("seed %d", SEED).isEmpty();
        awaitAllDelivered();
        assertLedger(codes);
        assertEffects(codes);
    }

    /** Between two kills a share of all reports is accepted; then the blow falls at any moment. */
    private void killAndStartAgain() {
        var random = new Random(SEED);
        for (var kill = 1; kill <= KILLS; kill++) {
            var share = 2 * DOSSIERS * kill / (KILLS + 1);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> receipts.size() >= share);
            await().pollDelay(Duration.ofMillis(random.nextInt(MOST_MILLIS_TO_THE_KILL)))
                    .until(() -> true);
            hub.kill();
            hub.startAgain();
        }
    }

    private void reportAll(ConcurrentLinkedQueue<String> codes) {
        for (var code = codes.poll(); code != null; code = codes.poll()) {
            report("/dossiers", "register-" + code, registration(code));
            report("/dossiers/" + code + "/events", "step-" + code, step());
        }
    }

    private static JsonNode step() {
        var step = event("step", "10:00:00");
        step.putObject("step").put("code", "B2").put("name", "Thẩm định hồ sơ");
        return step;
    }

    private void report(String path, String key, JsonNode body) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .pollDelay(Duration.ZERO)
                .until(() -> isAccepted(path, key, body));
    }

    private boolean isAccepted(String path, String key, JsonNode body) {
        try {
            var answer = door.post(path, key, body);
            if (answer.statusCode() == 202) {
                receipts.put(
                        key,
                        Json.parse(answer.body().getBytes(UTF_8)).path("entry").asText());
                return true;
            }
            if (answer.statusCode() != 503 && answer.statusCode() != 409) {
                surprises.add(answer.statusCode() + " " + answer.body());
            }
            return false;
        } catch (IOException killed) {
            return false;
        }
    }

    private void awaitAllDelivered() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rows("delivery where state <> 'DELIVERED'"))
                        .as("seed %d", SEED)
                        .isZero());
        assertThat(rows("delivery")).isEqualTo(2 * 3 * DOSSIERS);
    }

    private void assertLedger(List<String> codes) {
        assertThat(rows("dossier")).isEqualTo(codes.size());
        assertThat(rows("audit where action like 'ledger.%'")).isEqualTo(2 * codes.size());
        assertThat(jdbc.sql("select kind || '-' || dossier || ' ' || id from entry order by 1")
                        .query(String.class)
                        .list())
                .as("seed %d", SEED)
                .containsExactlyInAnyOrderElementsOf(receipts.entrySet().stream()
                        .map(told -> told.getKey().replaceFirst("^register-", "registered-") + " " + told.getValue())
                        .toList());
    }

    private void assertEffects(List<String> codes) {
        var atPortal = portal.state("dossiers");
        var atCertification = certification.state("hoSo");
        assertThat(atPortal).hasSize(codes.size());
        assertThat(atCertification).hasSize(codes.size());
        assertThat(codes).as("seed %d", SEED).allSatisfy(code -> {
            assertThat(atPortal.path(code).path("SoLanDongBo").asInt()).isEqualTo(1);
            assertThat(atPortal.path(code).path("TienDo")).hasSize(1);
            assertThat(atCertification.path(code).path("banTin"))
                    .extracting(JsonNode::asText)
                    .containsExactly(receipts.get("register-" + code), receipts.get("step-" + code));
        });
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
