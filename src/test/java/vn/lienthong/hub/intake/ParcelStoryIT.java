package vn.lienthong.hub.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.Samples.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.json.Json;

/** The post calls in where a parcel is. */
class ParcelStoryIT extends IntakeStory {
    private static final String SECRET = "local-vnpost-callback-secret";

    private byte[] status(int code, String name, String time) throws IOException {
        var body = example("vnpost", "status.callback", "on-its-way")
                .put("order_code", this.code)
                .put("status_code", code)
                .put("status_name", name)
                .put("datetime", time);
        return Json.bytes(body);
    }

    private HttpResponse<String> told(String transaction, byte[] body) throws IOException {
        return call("vnpost/status", body, Map.of("ems-transaction", transaction, "ems-signature", hmac(SECRET, body)));
    }

    private void sendByPost() throws IOException {
        register("2.000815", "post");
        report(event("result-signed", "14:00:00"));
        awaitDelivered("vnpost");
    }

    @Test
    void theStoryOfAParcelIsRightWhateverTheOrderOfItsStatuses() throws IOException {
        sendByPost();
        var delivered = status(6, "Phát thành công", "01/09/2025 09:00:00");
        var ordered = status(1, "Đã nhận yêu cầu thu gom", "12/08/2025 14:05:00");
        var onItsWay = status(4, "Đang vận chuyển", "13/08/2025 07:30:00");

        for (var status : new byte[][] {onItsWay, delivered, ordered, delivered, onItsWay}) {
            var transaction = code + Json.parse(status).path("status_code").asText();
            assertThat(told(transaction, status).body())
                    .isEqualTo("{\"code\":\"success\",\"transaction\":\"" + transaction + "\"}");
        }

        var notes = dossier().path("notes");
        assertThat(notes).hasSize(1);
        assertThat(notes.at("/0/system").asText()).isEqualTo("vnpost");
        assertThat(notes.at("/0/code").asText()).isEqualTo("6");
        assertThat(notes.at("/0/at").asText()).isEqualTo("2025-09-01T09:00:00+07:00");
        assertThat(timeline("noted", "recorded"))
                .extracting(ParcelStoryIT::codeOf)
                .containsExactly("4", "6", "1");
        assertThat(timeline("noted", "occurred"))
                .extracting(ParcelStoryIT::codeOf)
                .containsExactly("1", "4", "6");
        assertThat(dossier().path("status").asText()).isEqualTo("signed");
        assertThat(POST.count("parcels")).isPositive();
    }

    private static String codeOf(JsonNode entry) {
        return entry.at("/data/noted/code").asText();
    }

    @Test
    void whoeverIsNotShownToBeThePostIsTurnedAwayAndNothingIsKept() throws IOException {
        sendByPost();
        var body = status(6, "Phát thành công", "01/09/2025 09:00:00");

        var forged =
                call("vnpost/status", body, Map.of("ems-transaction", code, "ems-signature", hmac("guessed", body)));
        var bare = call("vnpost/status", body, Map.of("ems-transaction", code));

        assertThat(forged.statusCode()).isEqualTo(401);
        assertThat(forged.body()).contains("caller.unproven");
        assertThat(bare.statusCode()).isEqualTo(401);
        assertThat(received("state", code)).isEmpty();
        assertThat(timeline("noted", "recorded")).isEmpty();
        assertThat(jdbc.sql("select count(*) from audit where action = 'intake.refused' and detail = 'vnpost/status'")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void whatWasKeptAndNotReportedIsReportedByWhoeverLooksNext() throws IOException {
        sendByPost();
        var body = status(4, "Đang vận chuyển", "13/08/2025 07:30:00");
        told(code, body);
        // as after a kill between the two: kept, or reported and not yet settled
        jdbc.sql("update received set state = 'TAKEN', answer = null where message = ?")
                .param(code)
                .update();

        CLOCK.jump(Duration.ofMinutes(3));
        leftOver.settleWhatIsDue();

        assertThat(received("state", code)).containsExactly("REPORTED");
        assertThat(timeline("noted", "recorded")).hasSize(1);
        assertThat(told(code, body).body()).contains("success");
        assertThat(timeline("noted", "recorded")).hasSize(1);
    }

    @Test
    void whatNobodyCanReadIsPutAsideAsItCame() throws IOException {
        var junk = "1212{\"order_code\": ".getBytes(UTF_8);

        var answer = told("junk-" + code, junk);

        assertThat(answer.body()).contains("\"error\"", "junk-" + code);
        assertThat(received("state", "junk-" + code)).containsExactly("DEAD");
        assertThat(received("cause", "junk-" + code)).containsExactly("request.unreadable");
        assertThat(jdbc.sql("select raw from received where message = ?")
                        .param("junk-" + code)
                        .query(byte[].class)
                        .single())
                .isEqualTo(junk);
        assertThat(told("junk-" + code, junk).body()).isEqualTo(answer.body());
    }

    @Test
    void anIdThatComesWithOtherNewsHidesNothing() throws IOException {
        sendByPost();
        told(code, status(4, "Đang vận chuyển", "13/08/2025 07:30:00"));
        told(code, status(5, "Đang phát", "14/08/2025 07:30:00"));

        assertThat(received("state", code)).containsExactly("REPORTED", "REPORTED");
        assertThat(timeline("noted", "recorded")).hasSize(2);
    }
}
