package vn.lienthong.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.Samples.event;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.json.Json;

/** The land office pauses, passes on and ends what the one-stop shop handed over. */
class LandStoryIT extends IntakeStory {
    private HttpResponse<String> told(String callback, String example) throws IOException {
        var body = Json.bytes(
                example("land-registry", callback + ".callback", example).put("SoBienNhan", code));
        return call("land-registry/" + callback, body, Map.of("X-Api-Key", "local-land-registry-callback-key"));
    }

    private void supply() throws IOException {
        report(event("supplement-supplied", "09:30:00").put("occurredAt", "2025-08-15T09:30:00+07:00"));
        awaitDelivered("land-registry");
    }

    @Test
    void aLandDossierGoesThroughTheLandOffice() throws IOException {
        register("1.012812", "counter");
        awaitDelivered("land-registry");
        assertThat(LAND.state("hoSo").path(code).path("NgayTiepNhan").asText()).isEqualTo("12/08/2025 09:15:00");

        assertThat(told("transfer", "to-the-next-officer").body()).isEqualTo("{\"MaLoi\":0,\"MoTa\":\"Đã ghi nhận\"}");
        assertThat(dossier().path("status").asText()).isEqualTo("processing");
        told("pause", "waits-for-papers");
        assertThat(dossier().path("status").asText()).isEqualTo("awaiting-supplement");
        supply();
        told("pause", "goes-on");
        told("end", "with-a-result");
        told("end", "with-a-result");

        var dossier = dossier();
        assertThat(dossier.path("status").asText()).isEqualTo("signed");
        assertThat(dossier.at("/times/finishedAt").asText()).isEqualTo("2025-08-20T15:30:00+07:00");
        assertThat(dossier.at("/notes/0/text").asText()).isEqualTo("Cơ quan đăng ký đất đai tiếp tục xử lý");
        assertThat(timeline("result-signed", "recorded")).hasSize(1);
        assertThat(LAND.state("hoSo").path(code).path("GiaoDich")).hasSize(2);
    }

    @Test
    void whatTheStoryHasNoPlaceForIsPutAsideAndSaidSo() throws IOException {
        var answer = told("end", "without-one");

        assertThat(answer.body()).contains("\"MaLoi\":1", "dossier.not-found");
        assertThat(jdbc.sql("select cause from received where system = 'land-registry' and state = 'DEAD'")
                        .query(String.class)
                        .list())
                .contains("dossier.not-found");
    }

    @Test
    void aWrongKeyIsNoKey() throws IOException {
        assertThat(call("land-registry/end", new byte[] {'{', '}'}, Map.of("X-Api-Key", "guessed"))
                        .statusCode())
                .isEqualTo(401);
    }
}
