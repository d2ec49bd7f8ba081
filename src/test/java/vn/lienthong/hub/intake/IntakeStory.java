package vn.lienthong.hub.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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

/**
 * One running hub for all stories of what systems tell by themselves. What waits is looked at when a test says so, and
 * time passes when it says so.
 */
@Execution(ExecutionMode.SAME_THREAD)
@SpringBootTest(
        classes = {IntakeStory.Parts.class, LocalSignIn.class, Hub.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hub.systems.public-service-portal.url=http://localhost:1",
            "hub.systems.e-certification.url=http://localhost:1",
            "hub.systems.civil-status.url=http://localhost:1",
            "hub.systems.population.url=http://localhost:1",
            "hub.delivery.poll=100ms",
            "hub.delivery.lease-margin=24h",
            "hub.files.folder=target/intake-story-files",
            "hub.files.owner-key=key-of-the-owners-in-these-stories",
            "hub.local.folder=target/local-sign-in"
        })
@ContextConfiguration(initializers = TestHub.class)
abstract class IntakeStory {
    static final TestClock CLOCK = new TestClock();
    static final Simulator POST = played("vnpost");
    static final Simulator LAND = played("land-registry");
    static final Simulator RECORDS = played("judicial-record");
    static final Simulator AXIS = played("document-axis");
    static final Simulator CATALOGUE = played("procedure-catalogue");
    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LeftOver leftOver;

    @Autowired
    Pulls pulls;

    @Autowired
    private LocalKey key;

    @LocalServerPort
    private int port;

    String code = "";

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
        for (var simulator : List.of(POST, LAND, RECORDS, AXIS, CATALOGUE)) {
            properties.add("hub.systems." + simulator.name() + ".url", simulator::url);
        }
    }

    @BeforeEach
    void calmAllAndTakeANewCode() {
        List.of(POST, LAND, RECORDS, AXIS, CATALOGUE).forEach(Simulator::calm);
        code = Samples.code();
    }

    /** Registers a dossier of the morning of 12 August 2025. */
    void register(String procedure, String channel) throws IOException {
        var body = Samples.registration(code).put("procedure", procedure).put("channel", channel);
        ((ObjectNode) body.get("applicant"))
                .put("address", "Thôn Mẫu, xã Đại Sơn")
                .put("phone", "0900000000");
        assertThat(door().post("/dossiers", body).statusCode()).isEqualTo(202);
    }

    void report(ObjectNode event) throws IOException {
        assertThat(door().post("/dossiers/" + code + "/events", event).statusCode())
                .isEqualTo(202);
    }

    Door door() {
        return new Door(port, key);
    }

    JsonNode dossier() throws IOException {
        return Json.MAPPER.readTree(door().get("/dossiers/" + code).body());
    }

    /** What the timeline shows of one kind, in the order asked for. */
    List<JsonNode> timeline(String kind, String order) throws IOException {
        var page = Json.MAPPER.readTree(
                door().get("/dossiers/" + code + "/entries?order=" + order).body());
        return page.path("items")
                .valueStream()
                .filter(entry -> entry.path("event").asText().equals(kind))
                .toList();
    }

    /** Calls the hub as a system does. */
    HttpResponse<String> call(String address, byte[] body, Map<String, String> headers) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/callbacks/" + address))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(request);
    }

    /** Asks the API as one of the clients of the local run. */
    HttpResponse<String> as(LocalClient client, String method, String path) throws IOException {
        var token = key.token(claims -> claims.subject(client.id())
                .audience(List.of("hub"))
                .claim("roles", client.roles())
                .claim("units", client.units())
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plus(Duration.ofDays(365))));
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** The body of a call as a golden example of a pack has it, for the dossier of this test. */
    ObjectNode example(String system, String callback, String name) throws IOException {
        var file = Path.of("integration", system, "examples", callback, name + ".in.json");
        return (ObjectNode) Json.parse(Files.readAllBytes(file)).get("body");
    }

    static String hmac(String secret, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> received(String column, String message) {
        return jdbc.sql("select " + column + " from received where message like ? order by id")
                .param(message + "%")
                .query(String.class)
                .list();
    }

    /** Lets the next round of every pull come. */
    void fetch() {
        CLOCK.jump(Duration.ofMinutes(6));
        pulls.fetchWhatIsDue();
    }

    void awaitDelivered(String system) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                jdbc.sql("select state from delivery where dossier = ? and system = ? order by seq")
                                        .params(code, system)
                                        .query(String.class)
                                        .list())
                        .isNotEmpty()
                        .containsOnly("DELIVERED"));
    }
}
