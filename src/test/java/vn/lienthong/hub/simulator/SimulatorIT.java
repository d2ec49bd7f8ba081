package vn.lienthong.hub.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.Threads;
import vn.lienthong.hub.json.Json;

class SimulatorIT {
    private static final Path DEMO = Path.of("src/test/resources/packs/demo/integration/demo");
    private static final Instant NOW = Instant.parse("2025-08-12T02:15:00Z");
    private static final String TRUE_TIME = "2025-08-01T08:00:00+07:00";

    private static Simulator simulator;
    private static HttpClient http;

    @BeforeAll
    static void start() {
        simulator = Simulator.of(DEMO, InstantSource.fixed(NOW)).start();
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @AfterAll
    static void stop() {
        http.close();
        simulator.close();
    }

    @BeforeEach
    void calm() {
        simulator.calm();
        simulator.forget();
    }

    @Test
    void storesWhatWasSentAndTellsIt() throws Exception {
        var taken = register("p1");
        assertThat(taken.statusCode()).isEqualTo(201);
        assertThat(taken.headers().firstValue("X-Number")).contains("1");
        assertThat(taken.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(taken.body()).isEqualTo("{\"code\":\"0\",\"kind\":\"Giấy khai sinh\",\"errors\":[]}");

        assertThat(register("p1").body()).isEqualTo("{\"code\":\"1\",\"text\":\"đã tồn tại\"}");
        register("p2");

        assertThat(get("/papers").body())
                .isEqualTo("{\"limit\":2,\"papers\":[{\"id\":\"p1\",\"storedAt\":\"2025-08-12T09:15:00+07:00\"},"
                        + "{\"id\":\"p2\",\"storedAt\":\"2025-08-12T09:15:00+07:00\"}]}");
        assertThat(keys()).containsExactly("p1", "p2");
        assertThat(simulator.count("papers")).isEqualTo(2);
        assertThat(simulator.count("repeated")).isEqualTo(1);
    }

    @Test
    void answersInXmlAndInPlainText() throws Exception {
        simulator.store("papers", "p1", Map.of("storedAt", TRUE_TIME));

        var found = get("/papers/p1");
        assertThat(found.headers().firstValue("Content-Type")).contains("text/xml;charset=UTF-8");
        assertThat(found.body()).endsWith("<Paper id=\"p1\"><storedAt>2025-08-01T08:00:00+07:00</storedAt></Paper>");

        var absent = get("/papers/p9");
        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(absent.body()).isEqualTo("không có");
    }

    @Test
    void forgetsWhatIsRemoved() throws Exception {
        register("p1");
        assertThat(send("DELETE", "/papers/p1", "").statusCode()).isEqualTo(204);

        assertThat(get("/papers/p1").statusCode()).isEqualTo(404);
    }

    @Test
    void showsAScriptTheWholeRequest() throws Exception {
        var request = HttpRequest.newBuilder(uri("/echo/a?x=1&y=%C4%91&z"))
                .header("Content-Type", "application/json")
                .header("X-Thing", "one")
                .header("X-Thing", "two")
                .PUT(BodyPublishers.ofString("<a b='1'>c</a>"))
                .build();

        var seen =
                Json.MAPPER.readTree(http.send(request, BodyHandlers.ofString()).body());

        assertThat(seen.at("/request/method").asText()).isEqualTo("PUT");
        assertThat(seen.at("/request/path").asText()).isEqualTo("/echo/a");
        assertThat(seen.at("/request/query").toString()).isEqualTo("{\"x\":\"1\",\"y\":\"đ\",\"z\":\"\"}");
        assertThat(seen.at("/request/headers/x-thing").asText()).isEqualTo("one, two");
        assertThat(seen.at("/request/text").asText()).isEqualTo("<a b='1'>c</a>");
        assertThat(seen.at("/request/body").toString()).isEqualTo("{\"a\":{\"@b\":\"1\",\"#text\":\"c\"}}");
        assertThat(seen.at("/now").asText()).isEqualTo("2025-08-12T09:15:00+07:00");
    }

    @Test
    void readsAForm() throws Exception {
        var request = HttpRequest.newBuilder(uri("/echo"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("user=h24&name=Nguy%E1%BB%85n+V%C4%83n"))
                .build();

        var seen =
                Json.MAPPER.readTree(http.send(request, BodyHandlers.ofString()).body());

        assertThat(seen.at("/request/body").toString()).isEqualTo("{\"user\":\"h24\",\"name\":\"Nguyễn Văn\"}");
    }

    @Test
    void givesABodyItCannotReadAsTextOnly() throws Exception {
        var seen = Json.MAPPER.readTree(send("POST", "/echo", "<a").body());

        assertThat(seen.at("/request/text").asText()).isEqualTo("<a");
        assertThat(seen.at("/request").has("body")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"p1\"}", "{\"id\":1,\"receivedAt\":\"x\"}", "{", "[]", ""})
    void holdsJsonToTheContract(String body) throws Exception {
        var answer = send("POST", "/papers", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("text").asText()).isNotBlank();
        assertThat(keys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/soap", "/wsdl"})
    void holdsXmlToTheContract(String path) throws Exception {
        var good = "<Paper xmlns='urn:demo'><id>p1</id><pages>2</pages></Paper>";
        var envelope = "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Header><h/></e:Header>"
                + "<e:Body> %s </e:Body></e:Envelope>";

        assertThat(send("POST", path, envelope.formatted(good)).body()).contains("<Answer>p1</Answer>");
        assertThat(send("POST", path, good).statusCode()).isEqualTo(200);
        assertThat(send("POST", path, envelope.formatted(good.replace("2", "two")))
                        .body())
                .contains("<Answer>Fault</Answer>");
        assertThat(send("POST", path, envelope.formatted(good.replace("urn:demo", "urn:x")))
                        .statusCode())
                .isEqualTo(500);
        assertThat(send("POST", path, envelope.formatted("")).statusCode()).isEqualTo(500);
        assertThat(send("POST", path, "<e:Envelope").statusCode()).isEqualTo(500);
    }

    @Test
    void hasFaultsByDefaultThatCanBeSwitchedOff() throws Exception {
        register("p1");
        simulator.fault("restamp", false);
        register("p2");

        assertThat(simulator.state("papers").at("/p1/storedAt").asText()).isEqualTo("2025-08-12T09:15:00+07:00");
        assertThat(simulator.state("papers").at("/p2/storedAt").asText()).isEqualTo(TRUE_TIME);
    }

    @Test
    void storesAtOnceWhatItAnswersLate() throws Exception {
        simulator.fault("slow", Map.of("millis", 1500));

        var late = http.sendAsync(post("/papers", paper("p1")), BodyHandlers.ofString());
        await().atMost(Duration.ofSeconds(1))
                .until(() -> simulator.state("papers").has("p1"));

        assertThat(late).isNotDone();
        assertThat(late.get().statusCode()).isEqualTo(201);
    }

    @Test
    void keepsAThousandSlowAnswersUnderWayWithFewThreads() throws Exception {
        simulator.fault("slow", Map.of("millis", 2000));
        var before = Threads.now();
        var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();

        long start = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            answers.add(http.sendAsync(post("/papers", paper("p" + i)), BodyHandlers.ofString()));
        }
        await().until(() -> simulator.state("papers").size() == 1000);
        assertThat(Threads.now().largestGrowthSince(before)).isLessThan(100);
        for (var answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(201);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "reset", "garbage"})
    void storesAndSaysNothing(String how) throws Exception {
        simulator.fault("silent", Map.of("how", how));

        assertThatThrownBy(() -> register("p1")).isInstanceOf(IOException.class);
        assertThat(keys()).containsExactly("p1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 17})
    void storesAndBreaksInTheMiddleOfTheAnswer(int bytes) throws Exception {
        simulator.fault("cut", Map.of("bytes", bytes));

        // the break may already show while the client still hands over the head of the answer
        assertThatThrownBy(() -> {
                    var answer = http.send(post("/papers", paper("p1")), BodyHandlers.ofInputStream());
                    assertThat(answer.statusCode()).isEqualTo(201);
                    try (var body = answer.body()) {
                        assertThat(body.readNBytes(bytes)).hasSize(bytes);
                        body.readAllBytes();
                    }
                })
                .isInstanceOf(IOException.class);
        assertThat(keys()).containsExactly("p1");
    }

    @Test
    void storesNothingWhenAScriptFailsAndSaysWhy() throws Exception {
        var answer = send("POST", "/broken", "{}");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("simulator failed: no record none in code");
        assertThat(keys()).isEmpty();
    }

    @Test
    void takesEachOfManyCallersInTurn() throws Exception {
        var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < 200; i++) {
            answers.add(http.sendAsync(post("/papers", paper("same")), BodyHandlers.ofString()));
        }

        int taken = 0;
        for (var answer : answers) {
            taken += answer.get().statusCode() == 201 ? 1 : 0;
        }
        assertThat(taken).isEqualTo(1);
        assertThat(simulator.count("papers")).isEqualTo(1);
        assertThat(simulator.count("repeated")).isEqualTo(199);
    }

    @Test
    void keepsWhatItStoredWhileThePlugIsPulled() throws Exception {
        register("p1");
        simulator.fault("slow", Map.of("millis", 60_000));
        var underWay = http.sendAsync(post("/papers", paper("p2")), BodyHandlers.ofString());
        await().until(() -> simulator.state("papers").has("p2"));
        var url = simulator.url();

        simulator.stop();

        assertThatThrownBy(underWay::get).hasCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> get("/papers")).isInstanceOf(ConnectException.class);

        simulator.resume();
        assertThat(simulator.url()).isEqualTo(url);
        assertThat(json(get("/papers")).get("papers")).hasSize(2);
    }

    @Test
    void outlivesItsProcess(@TempDir Path folder) throws Exception {
        var file = folder.resolve("demo.journal");
        var first = Simulator.of(DEMO).keeping(file);
        first.store("papers", "p1", Map.of("id", "p1"));
        first.store("papers", "p2", Map.of("id", "p2"));
        Files.writeString(file, "{\"put\":{\"papers\":", StandardOpenOption.APPEND);

        var second = Simulator.of(DEMO).keeping(file);
        second.store("papers", "p3", Map.of("id", "p3"));
        assertThat(Simulator.of(DEMO).keeping(file).state("papers").toString())
                .isEqualTo("{\"p1\":{\"id\":\"p1\"},\"p2\":{\"id\":\"p2\"},\"p3\":{\"id\":\"p3\"}}");

        second.forget();
        assertThat(Simulator.of(DEMO).keeping(file).state("papers")).isEmpty();
    }

    @Test
    void isSwitchedAndReadFromOutside() throws Exception {
        assertThat(send("PUT", "/__admin/faults/slow", "{\"millis\":1}").statusCode())
                .isEqualTo(200);
        assertThat(get("/__admin/faults/slow").body()).isEqualTo("{\"millis\":1}");
        assertThat(send("PUT", "/__admin/faults/restamp", "false").body()).isEqualTo("false");
        assertThat(send("PUT", "/__admin/faults/cut", "").body()).isEqualTo("true");
        assertThat(json(get("/__admin/faults")).at("/slow").toString())
                .isEqualTo("{\"description\":\"Answers late, with what it stored at once\",\"params\":[\"millis\"],"
                        + "\"value\":{\"millis\":1}}");
        assertThat(send("DELETE", "/__admin/faults/slow", "").body()).isEqualTo("false");
        assertThat(send("DELETE", "/__admin/faults", "").body())
                .isEqualTo("{\"slow\":false,\"silent\":false,\"cut\":false,\"restamp\":true}");

        register("p1");
        assertThat(json(get("/__admin/state/papers")).at("/p1/id").asText()).isEqualTo("p1");
        assertThat(send("DELETE", "/__admin/state", "").statusCode()).isEqualTo(200);
        assertThat(get("/__admin/state/papers").body()).isEqualTo("{}");
        assertThat(simulator.count("papers")).isZero();
    }

    @Test
    void refusesASwitchThatItDoesNotHave() throws Exception {
        assertThat(send("PUT", "/__admin/faults/unheard", "true").body()).contains("there is no switch unheard");
        assertThat(send("PUT", "/__admin/faults/slow", "{\"seconds\":1}").body())
                .contains("slow has no parameter seconds");
        assertThat(send("PUT", "/__admin/faults/slow", "7").statusCode()).isEqualTo(400);
        assertThat(send("PUT", "/__admin/faults/slow", "{").statusCode()).isEqualTo(400);
        assertThatThrownBy(() -> simulator.fault("unheard")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void callsByItselfAtOnceLateOrWhenItIsTold() throws Exception {
        simulator.calling(simulator.url());

        assertThat(get("/call").statusCode()).isEqualTo(200);
        await().until(() -> simulator.calls().size() == 2);

        assertThat(simulator.calls())
                .allSatisfy(call -> assertThat(call.path("status").asInt()).isEqualTo(200));
        assertThat(json(send("POST", "/__admin/calls", ""))
                        .get(0)
                        .path("answer")
                        .asText())
                .contains("/echo/held");
        assertThat(json(get("/__admin/calls"))).hasSize(3);
    }

    private static List<String> keys() {
        return simulator.state("papers").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private HttpResponse<String> register(String id) throws Exception {
        return http.send(post("/papers", paper(id)), BodyHandlers.ofString());
    }

    private static String paper(String id) {
        return "{\"id\":\"%s\",\"kind\":\"birth\",\"receivedAt\":\"%s\"}".formatted(id, TRUE_TIME);
    }

    private static HttpRequest post(String path, String body) {
        return HttpRequest.newBuilder(uri(path))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, "");
    }

    private static HttpResponse<String> send(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(uri(path))
                .method(method, BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return Json.MAPPER.readTree(response.body());
    }

    private static URI uri(String path) {
        return URI.create(simulator.url() + path);
    }
}
