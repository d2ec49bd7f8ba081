package vn.lienthong.hub.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.WholeHouse;
import vn.lienthong.hub.contract.RequestSchema;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.local.LocalClient;

/** Every system of the local run, through the hub. */
class EverySystemIT extends WholeHouse {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static List<String> all() {
        return systems();
    }

    static List<String> simulated() {
        return systems().stream()
                .filter(system -> Files.isDirectory(Path.of("integration", system, "simulator")))
                .toList();
    }

    @BeforeEach
    void calmAll() {
        calm();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void answersItsConnectionTest(String system) throws IOException {
        var tested = test(system);
        assertThat(tested.path("reached").asBoolean()).as(tested.toString()).isTrue();
        assertThat(tested.path("cause").asText()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("simulated")
    void isKnownNotToBeReachedWhenItIsDown(String system) throws IOException {
        simulator(system).stop();
        try {
            var tested = test(system);
            assertThat(tested.path("reached").asBoolean(true))
                    .as(tested.toString())
                    .isFalse();
            assertThat(tested.path("cause").asText()).contains("không");
        } finally {
            simulator(system).resume();
        }
    }

    private JsonNode test(String system) throws IOException {
        return json(door(LocalClient.OPS)
                .post("/systems/" + system + "/test", Json.MAPPER.createObjectNode())
                .body());
    }

    static List<Example> questions() {
        return QuestionContractTest.questions();
    }

    /** What the golden examples ask is asked here through the front door, and the answer is as the contract says. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void answersAQuestionAsItsContractSays(Example example) throws IOException {
        var question = (ObjectNode) Json.parse(Files.readAllBytes(example.in()));
        question.remove("id");
        question.put("purpose", "Thử").putObject("officer").put("idNumber", "030080000000");
        var contract = QuestionContractTest.contract(example);

        var answer = door(LocalClient.UPSTREAM_DAI_SON)
                .post("/systems/%s/questions/%s".formatted(example.system(), contract.name()), question);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(RequestSchema.of((ObjectNode) contract.answer()).check(json(answer.body())))
                .isEmpty();
    }

    /**
     * Which system is told of a dossier of which procedure, and which table of its simulator then holds it. Those that
     * are told by a journey are seen in its stories.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"interlinked-services, 2.002621, reports", "ministry-one-stop, 1.001653, profiles"})
    void isToldOfADossierThatCameInAtTheFrontDoor(String system, String procedure, String table) throws IOException {
        var upstream = door(LocalClient.UPSTREAM_DAI_SON);
        var code = Samples.code();
        var dossier = Samples.registration(code).put("procedure", procedure);
        dossier.putObject("form")
                .putObject("child")
                .put("name", "Nguyễn Minh Mẫu")
                .put("sex", "female")
                .put("dateOfBirth", "2025-08-05");

        assertThat(upstream.post("/dossiers", dossier).statusCode()).isEqualTo(202);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                leg(json(upstream.get("/dossiers/" + code).body()), system))
                        .isEqualTo("DELIVERED"));
        assertThat(simulator(system).state(table).has(code)).isTrue();
        assertThat(simulator(system).state(table).path(code).toString()).contains("20250812091500");
    }

    private static String leg(JsonNode dossier, String system) {
        return dossier.path("legs")
                .valueStream()
                .filter(leg -> leg.path("system").asText().equals(system))
                .map(leg -> leg.path("state").asText())
                .findFirst()
                .orElse("none");
    }

    private static JsonNode json(String text) {
        return Json.parse(text.getBytes(UTF_8));
    }
}
