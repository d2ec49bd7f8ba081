package vn.lienthong.hub.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.local.LocalClient.AUDITOR;
import static vn.lienthong.hub.local.LocalClient.INTEGRATOR;
import static vn.lienthong.hub.local.LocalClient.OPS;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.ledger.DossierStatus;

/** What went to systems and came back, as it is asked for. */
class ExchangeDoorIT extends FacadeStory {
    private static final String CODE = "H24.129-250812-0001";

    private HttpResponse<String> disclose(String body) {
        return send(to("/api/v1/deliveries/7/exchanges/disclosure", OPS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void namesTheDeliveriesOfADossier() {
        ledger.put(CODE, "31", "11086", DossierStatus.RECEIVED);

        var items = json(get("/api/v1/dossiers/" + CODE + "/deliveries", OPS)).path("items");

        assertThat(items.at("/0/id").asInt()).isEqualTo(7);
        assertThat(items.at("/0/attempts/0/kept").asBoolean()).isTrue();
        assertProblem(get("/api/v1/dossiers/H24.129-250812-9998/deliveries", OPS), 404, "dossier.not-found");
    }

    @Test
    void masksUnlessAPurposeIsGiven() {
        assertThat(get("/api/v1/deliveries/7/exchanges", INTEGRATOR).body())
                .contains("‹name›")
                .doesNotContain("Nguyễn");
        assertThat(disclose("{\"purpose\": \"Tìm nguyên nhân\"}").body()).contains("Nguyễn Văn Mẫu");
        assertProblem(disclose("{\"purpose\": \" \"}"), 422, "request.invalid");
        assertProblem(disclose("{}"), 422, "request.invalid");
    }

    @Test
    void comparesTwoAttempts() {
        var changes = json(get("/api/v1/deliveries/7/exchanges/difference?one=1&other=2", AUDITOR));

        assertThat(changes.at("/items/0/where").asText()).isEqualTo("outcome");
        assertProblem(
                get("/api/v1/deliveries/7/exchanges/difference?one=1&other=3", AUDITOR), 404, "delivery.not-found");
        assertProblem(get("/api/v1/deliveries/7/exchanges/difference?one=1", AUDITOR), 400, "request.parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "x", "99999999999999999999", "-1"})
    void knowsNoOther(String delivery) {
        assertProblem(get("/api/v1/deliveries/" + delivery + "/exchanges", OPS), 404, "delivery.not-found");
    }
}
