package vn.lienthong.hub.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.local.LocalClient.UPSTREAM_DAI_SON;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.inquiry.Answer;
import vn.lienthong.hub.json.Json;

class CitizenIT extends FacadeStory {
    private static final String VERIFY = "/api/v1/citizens/verify";
    private static final String LOOK_UP = "/api/v1/citizens/look-up";

    @Autowired
    FacadeUnderTest.PlayedAnswers answers;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void verifiesACitizen(boolean matches) {
        answers.answer = new Answer.Known(Json.MAPPER.createObjectNode().put("matches", matches));

        var answer = post(VERIFY, UPSTREAM_DAI_SON, question());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"matches\":" + matches + "}");
        assertThat(answers.asked).isEqualTo("verify-citizen by upstream-dai-son");
    }

    @Test
    void looksUpACitizen() {
        var found = Json.MAPPER.createObjectNode().put("found", true);
        found.putObject("citizen").put("idNumber", "030085000000").put("name", "Nguyễn Văn Mẫu");
        answers.answer = new Answer.Known(found);

        var answer = post(LOOK_UP, UPSTREAM_DAI_SON, example("lookUpCitizen", "applicant"));

        assertThat(json(answer)).isEqualTo(found);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answers.asked).isEqualTo("look-up-citizen by upstream-dai-son");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "idNumber", "dateOfBirth", "sex", "officer", "purpose"})
    void needsEveryDatum(String field) {
        var question = question();
        question.remove(field);

        var answer = post(VERIFY, UPSTREAM_DAI_SON, question);

        assertProblem(answer, 422, "request.invalid");
        assertThat(json(answer).path("pointer").asText()).isEqualTo("/" + field);
    }

    @ParameterizedTest
    @CsvSource({"/idNumber,0300850000000", "/dateOfBirth,1985-02-30", "/sex,other", "/dossier,lost", "/purpose,' '"})
    void refusesAMalformedDatumWithoutQuotingIt(String pointer, String value) {
        var question = question().put(pointer.substring(1), value);

        var answer = post(VERIFY, UPSTREAM_DAI_SON, question);

        assertProblem(answer, 422, "request.invalid");
        assertThat(json(answer).path("pointer").asText()).isEqualTo(pointer);
        assertThat(value.isBlank() || !answer.body().contains(value)).isTrue();
    }

    @Test
    void saysWhenToAskAgainWhileTheSystemIsDown() {
        answers.answer = new Answer.Unavailable(Duration.ofSeconds(12));

        var answer = post(VERIFY, UPSTREAM_DAI_SON, question());

        assertProblem(answer, 503, "system.unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("12");
    }

    @Test
    void tellsWhyTheSystemRefusedAndOfWhomItDoesNotTell() {
        answers.answer = new Answer.Refused("Cán bộ 030180000000 không có quyền");
        var answer = post(VERIFY, UPSTREAM_DAI_SON, question());
        assertProblem(answer, 502, "system.refused");
        assertThat(json(answer).path("detail").asText()).isEqualTo("Cán bộ … không có quyền");

        answers.answer = new Answer.Refused("NGUYEN VAN MAU: sai");
        assertThat(post(VERIFY, UPSTREAM_DAI_SON, question()).body()).doesNotContain("MAU");
    }

    @Test
    void doesNotGuessWhatAnUnclearAnswerMeant() {
        answers.answer = new Answer.Unclear();

        assertProblem(post(VERIFY, UPSTREAM_DAI_SON, question()), 502, "system.unclear");
    }

    private ObjectNode question() {
        return example("verifyCitizen", "applicant");
    }
}
