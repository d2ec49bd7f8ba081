package vn.lienthong.hub.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.local.LocalClient.OPS;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.reconciliation.Reconciliation.State;

/** Comparisons and corrections as they are ordered over HTTP. */
class ReconciliationDoorIT extends FacadeStory {
    private static final String RUNS = "/api/v1/reconciliations";
    private static final String ONE = RUNS + "/" + PlayedReconciliations.ID;

    @Autowired
    PlayedReconciliations played;

    @BeforeEach
    void rest() {
        played.state = State.COMPARED;
    }

    private HttpResponse<String> post(String path, String body) {
        return send(to(path, OPS).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) {
        return send(to(path, OPS).GET());
    }

    private static String order(String system, String from, String until) {
        return """
                {"system": "%s", "from": "%s", "until": "%s"}""".formatted(system, from, until);
    }

    @Test
    void isStartedAndSaysWhereToAsk() {
        var answer = post(RUNS, order("e-certification", "2025-07-01T00:00:00+07:00", "2025-10-01T00:00:00+07:00"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).hasValue(ONE);
    }

    @Test
    void refusesASystemWithoutRules() {
        var answer = post(RUNS, order("nothing", "2025-07-01T00:00:00+07:00", "2025-10-01T00:00:00+07:00"));

        assertProblem(answer, 422, "reconciliation.no-rules");
    }

    @Test
    void refusesAWindowThatEndsBeforeItBegins() {
        var answer = post(RUNS, order("e-certification", "2025-10-01T00:00:00+07:00", "2025-07-01T00:00:00+07:00"));

        assertProblem(answer, 422, "request.invalid");
    }

    @Test
    void showsHowFarItHasComeAndWhatItFound() {
        var body = json(get(ONE));

        assertThat(body.path("compared").asLong()).isEqualTo(4374);
        assertThat(body.at("/discrepancies/0/reason").asText()).isEqualTo("restamp");
        assertThat(json(get(RUNS)).path("items")).hasSize(1);
    }

    @Test
    void doesNotKnowWhatWasNeverStarted() {
        assertProblem(
                get(RUNS + "/" + PlayedReconciliations.ID.replace("a000", "b000")), 404, "reconciliation.not-found");
        assertProblem(get(RUNS + "/7"), 404, "reconciliation.not-found");
    }

    @Test
    void appliesOnlyWhatWasComparedToTheEnd() {
        assertThat(post(ONE + "/apply", "").statusCode()).isEqualTo(202);
        played.state = State.READING;
        assertProblem(post(ONE + "/apply", ""), 409, "reconciliation.still-comparing");
    }

    @Test
    void savesDiscrepanciesAsATableForPeople() {
        var answer = raw("/api/v1/discrepancies?format=csv", OPS, null);

        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("sai-lech.csv");
        assertThat(answer.body().lines().findFirst().orElse("")).contains("Mã hồ sơ", "Nguyên nhân");
        assertThat(answer.body()).contains("khác thời điểm", "restamp");
    }

    @Test
    void listsDiscrepanciesPageByPage() {
        var answer = get("/api/v1/discrepancies?limit=1&state=OPEN");

        assertThat(json(answer).path("items")).hasSize(1);
        assertThat(json(answer).path("next").asLong()).isEqualTo(7);
        assertThat(answer.headers().firstValue("Link").orElse("")).contains("after=7");
    }

    @Test
    void takesTheDecisionOfAPersonWithItsReason() {
        assertThat(post("/api/v1/discrepancies/7/decision", "{\"decision\": \"accept\", \"note\": \"đã thống nhất\"}")
                        .statusCode())
                .isEqualTo(200);
        assertProblem(post("/api/v1/discrepancies/7/decision", "{\"decision\": \"accept\"}"), 422, "request.invalid");
        assertProblem(
                post("/api/v1/discrepancies/8/decision", "{\"decision\": \"reject\", \"note\": \"không phải\"}"),
                409,
                "discrepancy.not-open");
    }
}
