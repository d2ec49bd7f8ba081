package vn.lienthong.hub.inquiry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.json.Json;

/** A citizen is asked about, and what comes back is no answer: through the facade, CXF and back. */
class UnreadableAnswerIT extends HubStory {
    private static final String VERIFY = "/citizens/verify";
    private static final String LOOK_UP = "/citizens/look-up";

    /** So that the few faults of one test do not add up to a system that is down. */
    @BeforeEach
    void askManyQuestionsThatAreAnswered() throws Exception {
        CLOCK.jump(Duration.ofMinutes(6));
        for (var n = 0; n < 4; n++) {
            assertThat(door().post(VERIFY, Samples.question()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void answersTheQuestionThatTheOthersAreVariationsOf() throws Exception {
        var answer = door().post(VERIFY, Samples.question());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"matches\":true}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dtd-in-reply", "junk-before-xml", "cut-reply", "html-error-page"})
    void tellsThatTheAnswerCannotBeReadAndQuotesNothingOfIt(String fault) throws Exception {
        POPULATION.fault(fault);
        var before = auditRows();

        assertProblem(VERIFY, 502, "system.unclear");
        assertProblem(LOOK_UP, 502, "system.unclear");
        assertThat(auditRows()).isEqualTo(before + 2);
    }

    @ParameterizedTest
    @CsvSource({
        "down,503,system.unavailable",
        "x-road-fault,503,system.unavailable",
        "soap-fault,503,system.unavailable"
    })
    void tellsThatTheSystemCannotBeAskedNow(String fault, int status, String problem) throws Exception {
        POPULATION.fault(fault);
        var before = auditRows();

        assertProblem(VERIFY, status, problem);
        assertThat(auditRows()).isEqualTo(before + 1);
    }

    @Test
    void tellsThatTheSystemRefusedTheQuestion() throws Exception {
        POPULATION.fault("soap-fault", Map.of("code", "Client"));

        assertProblem(VERIFY, 502, "system.refused");
    }

    private void assertProblem(String path, int status, String code) throws IOException {
        var question = Samples.question();
        if (path.equals(LOOK_UP)) {
            question.remove("sex");
        }
        var answer = door().post(path, question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Json.parse(answer.body().getBytes(UTF_8)).path("code").asText())
                .isEqualTo(code);
        // any digits may stand in a fault id
        assertThat(answer.body().replaceAll("\"faultId\":\"[^\"]+\"", ""))
                .doesNotContain("Mẫu", "MAU", "030085000000", "030180000000", "<", "1212", "bảo trì");
    }

    private int auditRows() {
        return jdbc.sql("select count(*) from audit where action like 'inquiry.%' and actor = 'upstream-dai-son'")
                .query(Integer.class)
                .single();
    }
}
