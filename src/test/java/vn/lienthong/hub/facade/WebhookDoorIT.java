package vn.lienthong.hub.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.local.LocalClient.UPSTREAM_DAI_SON;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.json.Json;

class WebhookDoorIT extends FacadeStory {
    private static final String ALL = "/api/v1/webhooks";
    private static final String ONE = ALL + "/" + PlayedReconciliations.ID;

    @Autowired
    PlayedSubscriptions subscriptions;

    @Test
    void showsASecretOnlyWhenItIsNew() {
        var made = post(ALL, UPSTREAM_DAI_SON, example("subscribe", "usual"));

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(json(made).path("secret").asText()).isEqualTo("whsec_x");
        assertThat(made.headers().firstValue("Location")).hasValue(ONE);
        assertThat(json(get(ONE, UPSTREAM_DAI_SON)).has("secret")).isFalse();
        assertThat(json(get(ALL, UPSTREAM_DAI_SON)).at("/items/0/waiting").asInt())
                .isEqualTo(3);
        assertThat(json(send(to(ONE + "/rotate", UPSTREAM_DAI_SON).POST(BodyPublishers.noBody())))
                        .path("secret")
                        .asText())
                .isEqualTo("whsec_y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"url\":\"not an address\"}", "{\"url\":\"https://x.vn\",\"events\":[\"everything\"]}"})
    void refusesWhatTheContractDoesNotHave(String body) {
        var answer = send(posting(to(ALL, UPSTREAM_DAI_SON), body.getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertProblem(answer, 422, "request.invalid");
    }

    @Test
    void changesOnlyWhatIsSaid() {
        var body = BodyPublishers.ofByteArray(Json.bytes(example("changeSubscription", "usual")));
        send(to(ONE, UPSTREAM_DAI_SON)
                .header("Content-Type", "application/json")
                .method("PATCH", body));

        assertThat(subscriptions.done).isEqualTo("change null [result-signed]");
    }

    @Test
    void recoversSinceAMoment() {
        post(ONE + "/recover", UPSTREAM_DAI_SON, example("recoverSubscription", "usual"));

        assertThat(subscriptions.done).isEqualTo("recover 2025-08-11T17:00:00Z");
    }

    @Test
    void endsOne() {
        var answer = send(to(ONE, UPSTREAM_DAI_SON).DELETE());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(subscriptions.done).isEqualTo("end");
    }

    @Test
    void knowsNoneByATextThatIsNoId() {
        assertProblem(get(ALL + "/x", UPSTREAM_DAI_SON), 404, "subscription.not-found");
    }
}
