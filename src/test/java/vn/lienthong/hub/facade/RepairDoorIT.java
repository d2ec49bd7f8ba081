package vn.lienthong.hub.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.local.LocalClient.OPS;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.delivery.Act;
import vn.lienthong.hub.delivery.DeliveryState;
import vn.lienthong.hub.ledger.DossierStatus;
import vn.lienthong.hub.repair.Repair.Pace;

/** Repairs as they are ordered over HTTP. */
class RepairDoorIT extends FacadeStory {
    private static final String REPAIRS = "/api/v1/repairs";
    private static final String ONE = REPAIRS + "/" + PlayedReconciliations.ID;
    private static final String OTHER = REPAIRS + "/" + PlayedReconciliations.ID.replace("a000", "b000");

    @Autowired
    PlayedRepairs played;

    private HttpResponse<String> post(String path, String body) {
        return send(to(path, OPS).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) {
        return send(to(path, OPS).GET());
    }

    @Test
    void isPlannedAndSaysWhatItWillDo() {
        var answer = post(REPAIRS, """
                {"id": "%s", "act": "retry", "reason": "cổng đã sống lại",
                 "selection": {"system": "e-certification", "unit": {"province": "31"}}, "pace": {"canary": 3}}""".formatted(PlayedReconciliations.ID));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).hasValue(ONE);
        assertThat(json(answer).at("/forecast/toAsk").asInt()).isEqualTo(30);
        assertThat(played.act).isEqualTo(Act.RETRY);
        assertThat(played.pace).isEqualTo(new Pace(3, 60, 10));
        assertThat(played.selection.states())
                .containsExactlyInAnyOrder(DeliveryState.REFUSED, DeliveryState.PARKED, DeliveryState.UNCERTAIN);
        assertThat(played.selection.province()).isEqualTo("31");
    }

    @Test
    void refusesAPlanWithoutReasonOrWithAnUnknownAct() {
        assertProblem(
                post(
                        REPAIRS,
                        "{\"id\": \"%s\", \"act\": \"retry\", \"selection\": {}}".formatted(PlayedReconciliations.ID)),
                422,
                "request.invalid");
        assertProblem(post(REPAIRS, """
                        {"id": "%s", "act": "forget", "reason": "thử", "selection": {}}""".formatted(PlayedReconciliations.ID)), 422, "request.invalid");
    }

    @Test
    void beginsWithManyOnlyWhenTheirNumberIsTyped() {
        assertProblem(post(ONE + "/start", "{}"), 422, "repair.not-confirmed");
        assertThat(json(post(ONE + "/start", "{\"confirm\": 601}"))
                        .path("state")
                        .asText())
                .isEqualTo("RUNNING");
    }

    @Test
    void isPausedResumedAndCancelled() {
        assertThat(json(post(ONE + "/pause", "")).path("state").asText()).isEqualTo("PAUSED");
        assertThat(json(post(ONE + "/resume", "")).path("state").asText()).isEqualTo("RUNNING");
        assertThat(json(post(ONE + "/cancel", "")).path("state").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void doesNotKnowWhatWasNeverPlanned() {
        assertProblem(get(OTHER), 404, "repair.not-found");
        assertProblem(get(REPAIRS + "/7"), 404, "repair.not-found");
    }

    @Test
    void listsItemsPageByPageAndSavesThem() {
        var page = json(get(ONE + "/items?limit=2"));
        assertThat(page.path("items")).hasSize(2);
        assertThat(page.path("next").asInt()).isEqualTo(2);

        var csv = raw(ONE + "/report?format=csv", OPS, null);
        assertThat(csv.body()).contains("Mã hồ sơ", FacadeStory.DOSSIER);
        assertThat(json(get(ONE + "/report")).path("items")).hasSize(3);
    }

    @Test
    void actsOnADossierThatTheCallerSees() {
        ledger.put(DOSSIER, "31", "11086", DossierStatus.RECEIVED);
        var act = """
                {"request": "%s", "system": "e-certification", "act": "probe", "reason": "họ nói đã có"}""".formatted(PlayedReconciliations.ID);

        assertThat(json(post("/api/v1/dossiers/" + DOSSIER + "/repairs", act))
                        .path("became")
                        .asText())
                .isEqualTo("PENDING");
    }

    @Test
    void showsWhatAnEditChangesOnlyOneByOne() {
        assertThat(get("/api/v1/edits").body()).doesNotContain("Nguyễn");
        assertThat(json(get("/api/v1/edits/" + PlayedReconciliations.ID))
                        .path("state")
                        .asText())
                .isEqualTo("PROPOSED");
        assertProblem(
                post(
                        "/api/v1/edits/" + PlayedReconciliations.ID + "/decision",
                        "{\"decision\": \"approve\", \"note\": \"đúng\"}"),
                409,
                "repair.same-person");
    }
}
