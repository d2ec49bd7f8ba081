package vn.lienthong.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.lienthong.hub.Samples.event;
import static vn.lienthong.hub.Samples.registration;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
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
 * The hub is killed while fees are ordered, paid and confirmed; a platform that was not heard does not call again. Every
 * payer pays until the dossier says so, and the platform takes money for a reference once.
 */
class PaymentCrashIT {
    private static final int KILLS = Integer.getInteger("drill.kills", 2);
    private static final long SEED = Long.getLong("drill.seed", System.nanoTime());
    private static final int PAYERS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final LocalPostgres postgres = LocalPostgres.temporary();
    private final LocalKafka kafka = LocalKafka.temporary();
    private final Simulator platform =
            Simulator.of(Path.of("integration/payment")).start();
    private final JdbcClient jdbc = JdbcClient.create(postgres.dataSource());

    @TempDir
    private Path folder;

    private ChildHub hub;
    private Door door;

    @BeforeEach
    void start() {
        // so that a kill finds calls under way
        platform.fault("slow", Map.of("millis", 200));
        hub = new ChildHub(properties(), Path.of("target/payment-drill.log"));
        platform.calling("http://localhost:" + hub.port());
        door = new Door(hub.port(), LocalKey.in(folder));
    }

    private Map<String, String> properties() {
        var properties = new HashMap<String, String>(SampleCredentials.of(Path.of("integration")));
        properties.put("spring.datasource.url", postgres.url());
        properties.put("spring.datasource.username", postgres.username());
        properties.put("spring.datasource.password", postgres.password());
        properties.put("spring.kafka.bootstrap-servers", kafka.bootstrapServers());
        properties.put("hub.local.folder", folder.toString());
        properties.put("hub.systems.payment.url", platform.url());
        properties.put("hub.systems.payment.askAfter", "3s");
        properties.put("hub.systems.payment.timeout", "2s");
        properties.put("hub.payment.patience", "4s");
        properties.put("hub.payment.poll", "100ms");
        // of other systems nobody is to hear
        List.of("public-service-portal", "e-certification", "e-receipt", "treasury")
                .forEach(system -> properties.put("hub.systems." + system + ".url", "http://localhost:1"));
        return properties;
    }

    @AfterEach
    void stop() {
        hub.kill();
        platform.close();
        kafka.close();
        postgres.close();
    }

    @Test
    void everyFeeIsPaidOnceHoweverOftenItIsKilled() {
        var codes = Stream.generate(Samples::code).limit(PAYERS).toList();
        try (var payers = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = codes.stream()
                    .map(code -> CompletableFuture.runAsync(() -> payFee(code), payers))
                    .toList();
            killAndStartAgain();
            work.forEach(CompletableFuture::join);
        }
        assertThat(jdbc.sql("select dossier from entry where kind = 'fee-paid' order by 1")
                        .query(String.class)
                        .list())
                .as("seed %d", SEED)
                .containsExactlyElementsOf(codes);
        assertThat(taken()).as("times that money was taken, seed %d", SEED).isEqualTo(PAYERS);
        assertThat(rows("payment_order where attention is not null")).isZero();
    }

    private int taken() {
        return platform.state("giaoDich")
                .valueStream()
                .mapToInt(one -> one.path("soLanThu").asInt())
                .sum();
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    /** A share of all payments is made between two kills; then the blow falls at any moment. */
    private void killAndStartAgain() {
        var random = new Random(SEED);
        for (var kill = 1; kill <= KILLS; kill++) {
            var share = PAYERS * (kill - 1) / KILLS;
            await().atMost(PATIENCE).until(() -> platform.state("giaoDich").size() > share);
            await().pollDelay(Duration.ofMillis(random.nextInt(500))).until(() -> true);
            hub.kill();
            hub.startAgain();
        }
    }

    private void payFee(String code) {
        repeat(() -> tell("/dossiers", registration(code)));
        repeat(() -> tell("/dossiers/" + code + "/events", due()));
        repeat(() -> isPaid(code) || pay(code));
    }

    private static JsonNode due() {
        var due = event("fee-due", "10:00:00");
        due.putObject("fee").put("code", "LP01").put("amount", 8000);
        return due;
    }

    /** What fails because the hub is dead is done again. */
    private interface Attempt {
        boolean succeeds() throws IOException;
    }

    private static void repeat(Attempt attempt) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            try {
                return attempt.succeeds();
            } catch (IOException killed) {
                return false;
            }
        });
    }

    private boolean tell(String path, JsonNode body) throws IOException {
        return door.post(path, body).statusCode() == 202;
    }

    private boolean isPaid(String code) throws IOException {
        return door.get("/dossiers/" + code + "/entries").body().contains("fee-paid");
    }

    /** Whoever gets an address pays there, as often as it is shown. */
    private boolean pay(String code) throws IOException {
        var answer = door.post("/dossiers/" + code + "/payments", Json.MAPPER.createObjectNode());
        var url = Json.parse(answer.body().getBytes(UTF_8)).path("payUrl").asText();
        if (!url.isEmpty()) {
            try {
                HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding());
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        return false;
    }
}
