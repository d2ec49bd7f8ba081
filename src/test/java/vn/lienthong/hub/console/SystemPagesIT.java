package vn.lienthong.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.local.LocalPerson;

/** What people see of a system, and try with it, by a browser that runs no scripts. */
class SystemPagesIT extends HubStory {
    private static final String PORTAL_PAGE = "/console/systems/public-service-portal";

    private Visitor person;

    @BeforeEach
    void signIn() {
        person = Visitor.signedIn(hub(), LocalPerson.OPS);
    }

    @Test
    void showsTheContractTheRoutesAndWhatWasExchangedLast() {
        PORTAL.fault("refuse-all");
        register(code);
        awaitAtPortal(code, "REFUSED");

        var page = person.get(PORTAL_PAGE).body();
        assertThat(page)
                .contains("portal.openapi.yaml", "public-service-portal.send", code)
                .doesNotContain("??");
        assertThat(page.replaceAll("(?s).*public-service-portal.send</code></td><td class=\"n[^>]*>([0-9.]+).*", "$1"))
                .isNotEqualTo("0");
        var english = person.get(PORTAL_PAGE + "?lang=en").body();
        assertThat(english).contains("Planned outages", "Rehearse").doesNotContain("??");
        person.get(PORTAL_PAGE + "?lang=vi");
        assertThat(Visitor.signedIn(hub(), LocalPerson.INTEGRATOR)
                        .get(PORTAL_PAGE)
                        .body())
                .doesNotContain(code);
    }

    @Test
    void callsWhatChangesNothingAndRehearsesWhatDoes() {
        person.get(PORTAL_PAGE);
        var before = PORTAL.state("dossiers").size();

        assertThat(person.post(PORTAL_PAGE + "/operations/test", Map.of("operation", "list"))
                        .body())
                .contains("Kết nối được");
        assertThat(person.post(PORTAL_PAGE + "/operations/test", Map.of("operation", "register"))
                        .body())
                .contains("Tạo được yêu cầu, không gửi đi đâu", "<pre");
        assertThat(PORTAL.state("dossiers").size()).isEqualTo(before);
        assertThat(person.post(PORTAL_PAGE + "/operations/test", Map.of("operation", "none"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(person.get("/console/systems/signature-service").body())
                .as("a question may do something, too")
                .containsPattern("value=\"sign\"[^>]*>Diễn thử")
                .containsPattern("value=\"certificate-status\"[^>]*>Gọi thử");
    }

    @Test
    void plansAnOutageAndTakesItBack() {
        var page = "/console/systems/vehicle-inspection";
        person.get(page);
        var from = OffsetDateTime.now(CLOCK).plusDays(30).toLocalDateTime().withNano(0);
        var form = Map.of(
                "request", UUID.randomUUID().toString(),
                "from", from.toString(),
                "until", from.plusHours(2).toString(),
                "text", "Nâng cấp hệ thống");

        assertThat(person.post(page + "/outages", form).body()).contains("Nâng cấp hệ thống");
        assertThat(person.post(page + "/outages", form).body().split("Nâng cấp hệ thống", -1))
                .hasSize(2);
        assertThat(person.post(page + "/outages/" + form.get("request") + "/withdrawal", Map.of())
                        .body())
                .doesNotContain("Nâng cấp hệ thống");
    }

    @Test
    void saysHowLongACertificateIsGood() {
        var id = UUID.randomUUID();
        var now = OffsetDateTime.now(CLOCK);
        jdbc.sql("""
                        insert into exchange (id, system, operation, kind, outcome, mapped, started_at, ended_at)
                        values (?, 'land-registry', 'register', 'SEND', 'refused', '[]', ?, ?)""").params(id, now, now).update();
        jdbc.sql("""
                        insert into exchange_call (exchange, n, sign_in, method, path, sent, sent_size, answer, answer_size,
                          expires_at) values (?, 0, false, 'POST', '/', '', 0, '', 0, ?)""").params(id, now.plusDays(12).plusHours(1)).update();
        CLOCK.jump(Duration.ofMinutes(2));

        assertThat(person.get("/console").body()).contains("chứng thư còn 12 ngày");
        assertThat(person.get("/console/systems/land-registry").body()).contains("còn 12 ngày, tới");
        jdbc.sql("delete from exchange where id = ?").param(id).update();
    }

    @Test
    void showsWhereASystemAnsweredOtherwiseUntilSomebodyHasSeenToIt() {
        var page = "/console/systems/vehicle-inspection";
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into drift (id, system, operation, aspect, place, moves, digest, delivery, attempt, noticed_at)
                        values (?, 'vehicle-inspection', 'register', 'SHAPE', 'POST /x 200',
                          '[{"what": "NEW", "where": "/data/ghiChu", "now": "string"}]', ?, 7, 1, now())""").params(id, id.toString()).update();

        assertThat(person.get(page).body())
                .contains("Trả lời khác trước", "/data/ghiChu", "Trường mới")
                .doesNotContain("??");
        assertThat(Visitor.signedIn(hub(), LocalPerson.AUDITOR).get(page).body())
                .contains("/data/ghiChu")
                .doesNotContain("Xác nhận đã xử lý");
        assertThat(person.post(page + "/drifts/" + id, Map.of("note", "đã sửa ánh xạ"))
                        .body())
                .doesNotContain("/data/ghiChu");
        assertThat(jdbc.sql("select note from drift where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("đã sửa ánh xạ");
    }

    @Test
    void showsWhatWasPutLiveAndLetsOnlyIntegratorsGoBack() {
        assertThat(person.get("/console/editions").body()).contains("Phiên bản").doesNotContain("??");
        assertThat(person.post("/console/editions/1/restoration", Map.of("base", "1", "why", "Thử quay lại"))
                        .statusCode())
                .isEqualTo(403);
        var integrator = Visitor.signedIn(hub(), LocalPerson.INTEGRATOR);
        assertThat(integrator.get("/console/editions?lang=en").body())
                .contains("Editions")
                .doesNotContain("??");
        integrator.get("/console/editions?lang=vi");
    }
}
