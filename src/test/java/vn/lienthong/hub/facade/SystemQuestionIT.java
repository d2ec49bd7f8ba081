package vn.lienthong.hub.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.local.LocalClient.INTEGRATOR;
import static vn.lienthong.hub.local.LocalClient.OPS;
import static vn.lienthong.hub.local.LocalClient.UPSTREAM_DAI_SON;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.inquiry.Answer;
import vn.lienthong.hub.json.Json;

/** Any question to any system, by its contract. */
class SystemQuestionIT extends FacadeStory {
    private static final String SYSTEM = "/api/v1/systems/population";
    private static final String VERIFY = SYSTEM + "/questions/verify-citizen";

    @Autowired
    FacadeUnderTest.PlayedAnswers answers;

    @Test
    void putsAQuestionToTheSystemThatItNames() {
        answers.answer = new Answer.Known(Json.MAPPER.createObjectNode().put("matches", true));

        var answer = post(VERIFY, UPSTREAM_DAI_SON, question());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"matches\":true}");
        assertThat(answers.asked).isEqualTo("population/verify-citizen by upstream-dai-son");
    }

    @ParameterizedTest
    @CsvSource({"name,/name", "sex,/sex", "officer,/officer", "purpose,/purpose"})
    void needsWhatTheContractOfTheQuestionNeeds(String field, String pointer) {
        var answer = post(VERIFY, UPSTREAM_DAI_SON, question().without(field));

        assertProblem(answer, 422, "request.invalid");
        assertThat(json(answer).path("pointer").asText()).isEqualTo(pointer);
    }

    @Test
    void takesNothingThatTheContractOfTheQuestionDoesNotHave() {
        var answer = post(VERIFY, UPSTREAM_DAI_SON, question().put("tribe", "01"));

        assertProblem(answer, 422, "request.invalid");
        assertThat(json(answer).path("pointer").asText()).isEqualTo("/tribe");
    }

    @Test
    void namesTheQuestionsThatTheSystemAnswersToWhoAsksAnother() {
        var answer = post(SYSTEM + "/questions/marry-citizen", UPSTREAM_DAI_SON, question());

        assertProblem(answer, 404, "system.no-such-question");
        assertThat(json(answer).path("detail").asText()).isEqualTo("it answers verify-citizen, look-up-citizen");
        assertProblem(
                post("/api/v1/systems/moon/questions/verify-citizen", UPSTREAM_DAI_SON, question()),
                404,
                "system.not-found");
    }

    @Test
    void doesNotRepeatWhatWasAskedWhenTheSystemDoes() {
        answers.answer = new Answer.Refused("NGUYEN VAN MAU: sai");

        var answer = post(VERIFY, UPSTREAM_DAI_SON, question());

        assertProblem(answer, 502, "system.refused");
        assertThat(answer.body()).doesNotContain("MAU");
    }

    @Test
    void showsTheContractOfEveryQuestion() {
        var system = json(get(SYSTEM, UPSTREAM_DAI_SON));

        assertThat(system.path("title").asText()).isEqualTo("Cơ sở dữ liệu quốc gia về dân cư");
        assertThat(system.at("/questions/0/question").asText()).isEqualTo("verify-citizen");
        assertThat(system.at("/questions/0/request/required")).hasSize(4);
        assertThat(system.at("/questions/0/answer/properties/matches").isObject())
                .isTrue();
        assertProblem(get("/api/v1/systems/moon", OPS), 404, "system.not-found");
    }

    @Test
    void tellsWhyASystemIsNotReachedAndOfWhomItDoesNotTell() {
        var answer = send(posting(to(SYSTEM + "/test", INTEGRATOR), new byte[0]));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("reached").asBoolean(true)).isFalse();
        assertThat(json(answer).path("cause").asText()).isEqualTo("không gọi được: … integrator");
        assertProblem(send(posting(to("/api/v1/systems/moon/test", OPS), new byte[0])), 404, "system.not-found");
    }

    private ObjectNode question() {
        return example("askSystem", "applicant");
    }
}
