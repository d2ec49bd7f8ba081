package vn.lienthong.hub.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.env.MockEnvironment;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.contract.RequestSchema;
import vn.lienthong.hub.inquiry.Question;
import vn.lienthong.hub.inquiry.Questions;
import vn.lienthong.hub.json.Json;

/** The golden examples of questions and of their answers keep to the contracts of the questions. */
class QuestionContractTest {
    private static final Path INTEGRATION = Path.of("integration");
    private static final Cards CARDS = cards();
    private static final Questions QUESTIONS = Questions.read(CARDS, INTEGRATION);

    private static Cards cards() {
        var environment = new MockEnvironment();
        SampleCredentials.of(INTEGRATION).forEach(environment::setProperty);
        return Cards.load(INTEGRATION, environment);
    }

    static List<Example> questions() {
        return of(".request");
    }

    static List<Example> answers() {
        return of(".reply").stream().filter(QuestionContractTest::isAnswered).toList();
    }

    private static List<Example> of(String suffix) {
        return Example.all(Path.of("integration")).stream()
                .filter(example ->
                        verbs(example.system()).containsValue(example.mapping().replace(suffix, "")))
                .filter(example -> example.mapping().endsWith(suffix))
                .toList();
    }

    private static Map<String, String> verbs(String system) {
        return CARDS.find(system).map(SystemCard::answers).orElse(Map.of()); // platforms have no card
    }

    private static boolean isAnswered(Example example) {
        try {
            return !example.isUnreadable() && example.expected().has("answer");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The contract of the question that the mapping of an example is for. */
    static Question contract(Example example) {
        var verb = example.mapping().replaceFirst("\\.(request|reply)$", "");
        return QUESTIONS.of(example.system()).stream()
                .filter(question -> verb.equals(verbs(example.system()).get(question.name())))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void asksAsTheContractSays(Example example) throws IOException {
        var question = (ObjectNode) Json.parse(Files.readAllBytes(example.in()));
        question.remove("id"); // given by the hub
        assertThat(contract(example).check(question)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void answersAsTheContractSays(Example example) throws IOException {
        JsonNode answer = example.expected().path("answer");
        assertThat(RequestSchema.of((ObjectNode) contract(example).answer()).check(answer))
                .isEmpty();
    }
}
