package vn.lienthong.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.local.LocalPerson;

/** What people see of one delivery and do with it, by a browser that runs no scripts. */
class DeliveryPagesIT extends HubStory {
    private static final String PORTAL_ID = "public-service-portal";

    private Visitor person;
    private String page;

    @BeforeEach
    void refusedOnce() {
        PORTAL.fault("refuse-all");
        register(code);
        awaitAtPortal(code, "REFUSED");
        person = Visitor.signedIn(hub(), LocalPerson.OPS);
        page = "/console/dossiers/" + code + "/deliveries/" + delivery();
    }

    private long delivery() {
        return jdbc.sql("select id from delivery where dossier = ? and system = ?")
                .params(code, PORTAL_ID)
                .query(Long.class)
                .single();
    }

    private Map<String, String> act(UUID request, String act) {
        return Map.of("request", request.toString(), "act", act, "reason", "Cổng đã sống lại");
    }

    @Test
    void showsWhatWasSentAndAnsweredWithoutWhoItIsAbout() {
        var body = person.get(page).body();

        assertThat(body)
                .contains("Sau biến đổi", "Gửi đi", "Trả lời", "‹name›")
                .doesNotContain("Nguyễn Văn Mẫu", "030085000000", "??");
        assertThat(person.get("/console/dossiers/" + code).body()).contains(page);
        assertThat(person.get(page + "?lang=en").body()).contains("Answered").doesNotContain("??");
        person.get(page + "?lang=vi");
    }

    @Test
    void showsItAsItWasForAReasonThatIsOnRecord() {
        person.get(page);
        assertThat(person.post(page + "/disclosure", Map.of("reason", " ")).statusCode())
                .isEqualTo(422);

        assertThat(person.post(page + "/disclosure", Map.of("reason", "Cổng hỏi lại"))
                        .body())
                .contains("Nguyễn Văn Mẫu");
        assertThat(jdbc.sql(
                                "select actor || ': ' || purpose from audit where dossier = ? and action = 'exchange.disclose'")
                        .param(code)
                        .query(String.class)
                        .list())
                .containsExactly("person:ops: Cổng hỏi lại");
        var commune = Visitor.signedIn(hub(), LocalPerson.DAI_SON);
        commune.get(page);
        assertThat(commune.post(page + "/disclosure", Map.of("reason", "Muốn biết thôi"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void showsADeliveryOnlyBelowItsOwnDossier() {
        var other = vn.lienthong.hub.Samples.code();
        register(other);

        assertThat(person.get("/console/dossiers/" + other + "/deliveries/" + delivery())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void actsOnceHoweverOftenItIsPressedAndShowsWhereAttemptsDiffer() {
        person.get(page);
        PORTAL.calm();
        var once = act(UUID.randomUUID(), "RETRY");

        assertThat(person.post(page + "/acts", once).statusCode()).isEqualTo(200);
        awaitAtPortal(code, "DELIVERED");
        assertThat(person.post(page + "/acts", once).statusCode()).isEqualTo(200);

        assertThat(triesAtPortal(code)).containsExactly("SEND refused", "SEND acknowledged");
        assertThat(person.get(page + "?one=1&other=2").body())
                .contains("Khác nhau giữa lần 1 và lần 2", "outcome", "acknowledged");
    }

    @Test
    void letsNobodyActWhoOnlyLooks() {
        var auditor = Visitor.signedIn(hub(), LocalPerson.AUDITOR);
        var shown = auditor.get(page).body();

        assertThat(shown).contains(code).doesNotContain("name=\"act\"");
        assertThat(auditor.post(page + "/acts", act(UUID.randomUUID(), "SKIP")).statusCode())
                .isEqualTo(403);
        assertThat(auditor.get(page + "/edit").statusCode()).isEqualTo(403);
    }

    @Test
    void sendsAnotherContentWhenASecondPersonAgrees() {
        var form = person.get(page + "/edit").body();
        assertThat(form)
                .contains("/dossier/applicant/name", "‹name›")
                .doesNotContain("Nguyễn Văn Mẫu", "/entry/receivedAt");
        var proposed = person.post(
                page + "/edit",
                Map.of(
                        "request", UUID.randomUUID().toString(),
                        "reason", "Họ viết khác tên",
                        "value:/dossier/applicant/name", "Nguyễn Văn Mẫu Mới",
                        "value:/dossier/summary", ""));
        var edit = proposed.uri().getPath();
        assertThat(proposed.body())
                .contains("Nguyễn Văn Mẫu Mới", "một người khác phải duyệt")
                .doesNotContain("/dossier/summary");
        assertThat(person.post(edit + "/decision", decision(true)).statusCode()).isEqualTo(409);

        PORTAL.calm();
        var second = Visitor.signedIn(hub(), LocalPerson.OPS_2);
        assertThat(second.get("/console/edits").body()).contains(edit).doesNotContain("Mẫu Mới");
        second.get(edit);
        assertThat(second.post(edit + "/decision", decision(true)).body()).contains("Đã duyệt");

        awaitAtPortal(code, "DELIVERED");
        assertThat(PORTAL.state("dossiers").path(code).toString()).contains("Nguyễn Văn Mẫu Mới");
    }

    private static Map<String, String> decision(boolean approved) {
        return Map.of("approved", String.valueOf(approved), "note", "Đúng như giấy tờ");
    }

    @Test
    void correctsAReceptionByADocument() {
        PORTAL.calm();
        var reception = "/console/dossiers/" + code + "/reception";
        var form = person.get(reception).body();
        var fields = new java.util.HashMap<>(Map.of(
                "request", UUID.randomUUID().toString(),
                "at", form.replaceAll("(?s).*name=\"at\" value=\"([^\"]+)\".*", "$1"),
                "receivedAt", "2025-08-12T08:15",
                "reason", "clerical-error-decided",
                "number", "31/QĐ-UBND",
                "date", "2025-08-13",
                "signedBy", "Phạm Văn Mẫu"));

        assertThat(person.post(reception, fields).body()).contains("12/08/2025 08:15");
        assertThat(person.post(reception, fields).statusCode())
                .as("the same again")
                .isEqualTo(200);
        fields.put("request", UUID.randomUUID().toString());
        fields.put("receivedAt", "2099-08-12T08:15");
        assertThat(person.post(reception, fields).statusCode()).isEqualTo(422);
        assertThat(jdbc.sql("select count(*) from entry where dossier = ? and kind = 'reception-corrected'")
                        .param(code)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
