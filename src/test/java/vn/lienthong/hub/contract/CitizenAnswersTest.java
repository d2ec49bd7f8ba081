package vn.lienthong.hub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.hub.json.Json;

/** Whatever a pack answers about citizens goes to callers as it is, so it must be what the contract promises them. */
class CitizenAnswersTest {
    private final ContractedAnswers answers = new ContractedAnswers(Contract.load());

    static Stream<Path> verifications() throws IOException {
        return examples("verify.reply");
    }

    static Stream<Path> lookUps() throws IOException {
        return examples("look-up.reply");
    }

    private static Stream<Path> examples(String mapping) throws IOException {
        var examples =
                FileSystems.getDefault().getPathMatcher("glob:integration/*/examples/" + mapping + "/*.out.json");
        try (var files = Files.walk(Path.of("integration"))) {
            return files.filter(examples::matches).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("verifications")
    void promisesEveryVerification(Path example) throws IOException {
        assertContracted("/components/schemas/VerifyAnswer", example);
    }

    @ParameterizedTest
    @MethodSource("lookUps")
    void promisesEveryLookUp(Path example) throws IOException {
        assertContracted("/components/schemas/LookUpAnswer", example);
    }

    private void assertContracted(String schema, Path example) throws IOException {
        var answer = Json.parse(Files.readAllBytes(example)).path("answer");
        if (answer.isObject()) {
            assertThat(answers.check(schema, answer.toString())).isEmpty();
        }
    }
}
