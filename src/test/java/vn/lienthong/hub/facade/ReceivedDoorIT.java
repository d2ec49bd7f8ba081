package vn.lienthong.hub.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.local.LocalClient.AUDITOR;
import static vn.lienthong.hub.local.LocalClient.OPS;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What systems sent, as people look at it. */
class ReceivedDoorIT extends FacadeStory {
    private HttpResponse<String> retry(String id) {
        return send(to("/api/v1/received/" + id + "/retry", OPS).POST(BodyPublishers.noBody()));
    }

    @Test
    void listsWhatIsDead() {
        var items = json(get("/api/v1/received?state=dead", AUDITOR)).path("items");

        assertThat(items).hasSize(1);
        assertThat(items.at("/0/cause").asText()).isEqualTo("dossier.not-found");
        assertProblem(get("/api/v1/received?state=lost", AUDITOR), 400, "request.parameter");
    }

    @Test
    void pagesThroughThem() {
        var page = get("/api/v1/received?limit=1", OPS);

        assertThat(json(page).path("next").asLong()).isEqualTo(7);
        assertThat(page.headers().firstValue("Link")).hasValue("</api/v1/received?limit=1&after=7>; rel=\"next\"");
    }

    @Test
    void showsOneWithoutAndWithWhatStandsInIt() {
        assertThat(json(get("/api/v1/received/7", AUDITOR)).path("bytes").asInt())
                .isEqualTo(4);
        assertThat(get("/api/v1/received/7/raw", OPS).body()).isEqualTo("1212");
        assertProblem(get("/api/v1/received/7/raw", AUDITOR), 403, "caller.forbidden");
    }

    @Test
    void putsBackWhatIsDeadAndNothingElse() {
        assertThat(json(retry("7")).path("state").asText()).isEqualTo("TAKEN");
        assertProblem(retry("8"), 409, "received.not-dead");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "x", "9999999999999999999999", "-1"})
    void knowsNoOther(String id) {
        assertProblem(get("/api/v1/received/" + id, OPS), 404, "received.not-found");
        assertProblem(get("/api/v1/received/" + id + "/raw", OPS), 404, "received.not-found");
        assertProblem(retry(id), 404, "received.not-found");
    }
}
