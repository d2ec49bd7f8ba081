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
import java.util.UUID;
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
import vn.lienthong.hub.local.LocalClient;
import vn.lienthong.hub.local.LocalKafka;
import vn.lienthong.hub.local.LocalKey;
import vn.lienthong.hub.local.LocalPostgres;
import vn.lienthong.hub.pack.SampleCredentials;
import vn.lienthong.hub.simulator.Simulator;

/**
 * The hub is killed at any moment, while it accepts, while it delivers and in the middle of a repair of many, and started
 * again; callers repeat what they have no answer to. The length of the drill is {@code -Ddrill.kills}, its moments come
 * from {@code -Ddrill.seed}.
 */
class CrashIT {
    private static final int KILLS = Integer.getInteger("drill.kills", 3);
    private static final long SEED = Long.getLong("drill.seed", System.nanoTime());
    private static final int DOSSIERS = 70 * KILLS;
    /** Of one repair. */
    private static final int REFUSED = 100;

    private static final int CALLERS = 8;
    private static final int MOST_MILLIS_TO_THE_KILL = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** The cards wait up to two minutes and a fifth before the third repeat, as a starved machine may need one. */
    private static final Duration ALL_REPEATS = Duration.ofMinutes(4);

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
    private Door ops;

    @BeforeEach
    void start() {
        slowDown();
        hub = new ChildHub(properties(), Path.of("target/crash-drill.log"));
        door = new Door(hub.port(), LocalKey.in(folder));
        ops = new Door(hub.port(), LocalKey.in(folder), LocalClient.OPS);
    }

    /** So that a kill finds calls under way. */
    private void slowDown() {
        portal.fault("slow", Map.of("millis", 150));
        certification.fault("slow", Map.of("millis", 150));
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
        // a hub that has just started on a busy machine takes seconds to open its first connection to the broker:
        // attempts
        // that each start would burn are followed by a pause longer than our patience
        properties.put("hub.systems.event-stream.timeout", "10s");
        properties.put("hub.delivery.lease-margin", "1s");
        // so that the repair takes many steps
        properties.put("hub.repair.poll", "50ms");
        properties.put("hub.repair.in-flight", "4");
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
    void losesAndDoublesNothingHoweverOftenItIsKilled() throws IOException {
        var refused = Stream.generate(Samples::code).limit(REFUSED).toList();
        refuse(refused);
        var repair = startRepair();
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
        assertLedger();
        assertEffects(codes, refused);
        assertRepaired(repair);
    }

    private void refuse(List<String> codes) {
        portal.fault("refuse-all");
        codes.forEach(code -> report("/dossiers", "register-" + code, registration(code)));
        await().atMost(PATIENCE).until(() -> rows("delivery where state = 'REFUSED'") == REFUSED);
        portal.calm();
        slowDown();
    }

    private String startRepair() throws IOException {
        var id = UUID.randomUUID().toString();
        var plan =
                Json.MAPPER.createObjectNode().put("id", id).put("act", "retry").put("reason", "cổng đã sống lại");
        plan.putObject("selection").put("system", "public-service-portal");
        plan.putObject("pace").put("canary", 0).put("ratePerMinute", 60_000).put("stopAtPercent", 100);
        assertThat(ops.post("/repairs", plan).statusCode()).isEqualTo(202);
        assertThat(ops.post("/repairs/" + id + "/start", Json.MAPPER.createObjectNode())
                        .statusCode())
                .isEqualTo(200);
        return id;
    }

    /** Between two kills a share of all reports is accepted; then the blow falls at any moment. */
    private void killAndStartAgain() {
        var random = new Random(SEED);
        for (var kill = 1; kill <= KILLS; kill++) {
            var share = REFUSED + 2 * DOSSIERS * kill / (KILLS + 1);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> receipts.size() >= share);
            await().atMost(PATIENCE).until(() -> rows("repair_item where state = 'DONE'") > 0);
            await().pollDelay(Duration.ofMillis(random.nextInt(MOST_MILLIS_TO_THE_KILL)))
                    .until(() -> true);
            hub.kill();
            assertThat(kill > 1 || rows("repair_item where state = 'WAITING'") > 0)
                    .as("the first kill falls into the repair, seed %d", SEED)
                    .isTrue();
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
                .untilAsserted(
                        () -> assertThat(undelivered()).as("seed %d", SEED).isEmpty());
        assertThat(rows("delivery")).isEqualTo(3 * (2 * DOSSIERS + REFUSED));
    }

    /** How each stands. */
    private List<String> undelivered() {
        return jdbc.sql("""
                        select concat_ws(' ', d.id, d.system, d.operation, d.state, d.code, d.tries, d.due_at, now(), d.answer,
                          (select string_agg(concat_ws(' ', a.kind, a.outcome, a.code, a.started_at), ', ' order by a.n)
                           from attempt a where a.delivery = d.id))
                        from delivery d where d.state <> 'DELIVERED' order by d.id""").query(String.class).list();
    }

    private void assertLedger() {
        assertThat(rows("dossier")).isEqualTo(DOSSIERS + REFUSED);
        assertThat(rows("audit where action like 'ledger.%'")).isEqualTo(2 * DOSSIERS + REFUSED);
        assertThat(jdbc.sql("select kind || '-' || dossier || ' ' || id from entry order by 1")
                        .query(String.class)
                        .list())
                .as("seed %d", SEED)
                .containsExactlyInAnyOrderElementsOf(receipts.entrySet().stream()
                        .map(told -> told.getKey().replaceFirst("^register-", "registered-") + " " + told.getValue())
                        .toList());
    }

    private void assertEffects(List<String> codes, List<String> refused) {
        var atPortal = portal.state("dossiers");
        var atCertification = certification.state("hoSo");
        assertThat(atPortal).hasSize(DOSSIERS + REFUSED);
        assertThat(atCertification).hasSize(DOSSIERS + REFUSED);
        assertThat(refused)
                .as("seed %d", SEED)
                .allSatisfy(code -> assertThat(
                                atPortal.path(code).path("SoLanDongBo").asInt())
                        .isEqualTo(1));
        assertThat(codes).as("seed %d", SEED).allSatisfy(code -> {
            assertThat(atPortal.path(code).path("SoLanDongBo").asInt()).isEqualTo(1);
            assertThat(atPortal.path(code).path("TienDo")).hasSize(1);
            assertThat(atCertification.path(code).path("banTin"))
                    .extracting(JsonNode::asText)
                    .containsExactly(receipts.get("register-" + code), receipts.get("step-" + code));
        });
    }

    /** No step of it was done twice or left out, and what it says of itself is what happened. */
    private void assertRepaired(String id) throws IOException {
        await().atMost(PATIENCE).until(() -> rows("repair where state = 'DONE'") == 1);
        var report = Json.parse(
                ops.get("/repairs/" + id + "/report?format=json").body().getBytes(UTF_8));
        assertThat(report.path("done").asInt()).as("seed %d", SEED).isEqualTo(REFUSED);
        assertThat(report.path("failed").asInt() + report.path("passed").asInt())
                .isZero();
        assertThat(report.path("items"))
                .hasSize(REFUSED)
                .allSatisfy(item -> assertThat(item.path("result").asText()).isIn("sent", "there"));
        assertThat(jdbc.sql("select count(distinct dossier) from audit where action = 'repair.retry'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(REFUSED);
        assertThat(rows("audit where action = 'repair.retry'")).isEqualTo(REFUSED);
        assertThat(rows("audit where action = 'repair.ended'")).isEqualTo(1);
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
