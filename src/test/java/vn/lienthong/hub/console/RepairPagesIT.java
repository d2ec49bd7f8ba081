package vn.lienthong.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.local.LocalPerson;

/** Plans, incidents and alerts at the desk, by a browser that runs no scripts. */
class RepairPagesIT extends HubStory {
    private static final String REPAIRS = "/console/repairs";

    private Visitor person;

    @BeforeEach
    void signIn() {
        person = Visitor.signedIn(hub(), LocalPerson.OPS);
    }

    private String plan(UUID id) {
        person.get(REPAIRS + "/new?system=public-service-portal");
        var page = person.post(
                REPAIRS,
                Map.of(
                        "id",
                        id.toString(),
                        "act",
                        "RETRY",
                        "system",
                        "public-service-portal",
                        "states",
                        "REFUSED",
                        "cause",
                        "",
                        "from",
                        "",
                        "until",
                        "",
                        "reason",
                        "cổng đã sống lại"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo(REPAIRS + "/" + id);
        return page.body();
    }

    @Test
    void plansConfirmsRunsAndSavesTheReport() {
        PORTAL.fault("refuse-all");
        register(code);
        awaitAtPortal(code, "REFUSED");
        PORTAL.calm();
        var id = UUID.randomUUID();

        assertThat(plan(id)).contains("cổng đã sống lại", "Chưa chạy", code, "Chạy kế hoạch");
        assertThat(plan(id)).contains("Chưa chạy"); // the same form again makes no second one
        var one = REPAIRS + "/" + id;
        person.post(one + "/start", Map.of("canary", "0", "rate", "60000", "stop", "100"));

        await().atMost(PATIENCE).until(() -> person.get(one).body().contains(">Xong</strong>"));
        awaitAtPortal(code, "DELIVERED");
        assertThat(person.get(REPAIRS).body()).contains(one);
        assertThat(person.get(one + "/report?format=CSV").body()).contains("Mã hồ sơ", code);
        assertThat(person.get(one + "?lang=en").body()).contains("What it will do");
        person.get(one + "?lang=vi");
    }

    @Test
    void showsIncidentsAndTriesAnAlert() {
        assertThat(person.get("/console/incidents?all=true").statusCode()).isEqualTo(200);
        assertThat(person.get("/console/alerts").body()).contains("truc-ca", "Gửi thử");

        var before = ALERTED.mail("lanh-dao", "Thử cảnh báo").size();
        var page = person.post("/console/alerts/test", Map.of("group", "lanh-dao"));

        assertThat(page.body()).contains("Đã gửi tin thử cho nhóm");
        await().atMost(PATIENCE)
                .until(() -> ALERTED.mail("lanh-dao", "Thử cảnh báo").size() == before + 1);
    }

    @Test
    void letsAnAuditorLookAndNothingMore() {
        var auditor = Visitor.signedIn(hub(), LocalPerson.AUDITOR);

        assertThat(auditor.get(REPAIRS).statusCode()).isEqualTo(200);
        assertThat(auditor.get(REPAIRS + "/new").statusCode()).isEqualTo(403);
        assertThat(auditor.get("/console/alerts").body()).doesNotContain("Gửi thử</button>");
    }
}
