package vn.lienthong.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.lienthong.hub.Samples.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.local.LocalPerson;

/** What people find in the work list, grouped as they like it, and what stands nowhere. */
class WorkListIT extends HubStory {
    private static final String WORK = "/console/work";

    /** Nobody else's in these stories. */
    private final String number =
            "030%03d000000".formatted(ThreadLocalRandom.current().nextInt(100, 999));

    private Visitor person;

    @BeforeEach
    void signIn() {
        person = Visitor.signedIn(hub(), LocalPerson.OPS);
        person.get(WORK);
    }

    private void registerOf(String applicant) {
        var body = registration(code);
        ((ObjectNode) body.get("applicant")).put("idNumber", applicant);
        report(code, EntryKind.REGISTERED, body);
    }

    private void awaitNoted() {
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("select count(*) from dossier_citizen where dossier = ?")
                                .param(code)
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    @Test
    void findsTheDossiersOfACitizenWhoseNumberStandsNowhere() {
        registerOf(number);
        awaitNoted();

        var found = person.post("/console/jump", Map.of("to", number.substring(0, 3) + " " + number.substring(3)));

        assertThat(found.uri().toString()).contains("citizen=").doesNotContain(number);
        assertThat(found.body()).contains(code).doesNotContain(number);
        assertThat(person.get(found.uri().getPath() + "/count?" + found.uri().getQuery())
                        .body())
                .contains("1 hồ sơ");
        var token = found.uri().getQuery().replaceAll(".*citizen=([0-9a-f]+).*", "$1");
        assertThat(jdbc.sql(
                                "select actor || ' ' || detail from audit where action = 'desk.find-citizen' and detail = ?")
                        .param(token)
                        .query(String.class)
                        .list())
                .containsExactly("person:ops " + token);
        assertThat(jdbc.sql("select count(*) from audit where detail like '%' || ? || '%'")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void looksForNobodyForThoseWhoMayNotSeeThem() {
        registerOf(number);
        awaitNoted();
        var token = person.post("/console/jump", Map.of("to", number)).uri().getQuery();
        var commune = Visitor.signedIn(hub(), LocalPerson.DAI_SON);
        commune.get(WORK);

        assertThat(commune.post("/console/jump", Map.of("to", number)).uri().toString())
                .isEqualTo(hub() + WORK);
        assertThat(commune.get(WORK + "?" + token).statusCode()).isEqualTo(403);
        assertThat(commune.get(WORK + "/count?" + token).statusCode()).isEqualTo(403);
    }

    @Test
    void keepsNobodyInAViewOfOnesOwn() {
        var token = "0123456789abcdef0123456789abcdef";
        person.post(WORK + "/views", Map.of("name", "Một người", "query", "group=dossiers&citizen=" + token));

        assertThat(person.get(WORK).body()).contains("★ Một người").doesNotContain(token);
        person.post(WORK + "/views/forget", Map.of("name", "Một người"));
    }

    @Test
    void groupsWhatItFindsByDossierAndByCause() {
        PORTAL.fault("refuse-all");
        register(code);
        awaitAtPortal(code, "REFUSED");
        var another = Samples.code();
        register(another);
        awaitAtPortal(another, "REFUSED");

        var narrowed = "?system=public-service-portal&state=REFUSED&sort=new&group=";
        var dossiers = person.get(WORK + narrowed + "dossiers").body();
        assertThat(dossiers).contains(code, another, "Đã tới", "chờ người");
        assertThat(dossiers.split(code, -1)).as("a dossier is one row").hasSize(3); // its address and its name
        var causes = person.get(WORK + narrowed + "causes").body();
        assertThat(causes).contains("cause=").doesNotContain(code);
        assertThat(person.get(WORK + narrowed + "dossiers&lang=en").body()).doesNotContain("??");
        person.get(WORK + narrowed + "causes&lang=vi");
    }

    @Test
    void showsTheColumnsThatAPersonChose() {
        PORTAL.fault("refuse-all");
        register(code);
        awaitAtPortal(code, "REFUSED");
        var all = person.get(WORK).body();
        assertThat(all)
                .contains(">Trạng thái</th>", ">Hệ thống</th>", ">Bước</th>", ">Lần gọi</th>", ">Gọi lại</th>")
                .contains(
                        ">Còn lại (giờ làm việc)</th>", ">Đến lượt</th>", ">Thấy lần đầu</th>", ">Thấy lần cuối</th>");

        var few = person.post(WORK + "/columns", Map.of("shown", "left", "query", "sort=new"));

        assertThat(few.uri().getQuery()).isEqualTo("sort=new");
        assertThat(few.body()).contains(">Còn lại (giờ làm việc)</th>").doesNotContain(">Bước</th>");
        jdbc.sql("delete from shown_columns").update();
    }

    @Test
    void tellsOfNewRowsAndMovesNone() {
        var before = person.get(WORK + "?sort=new").body();
        var newest = before.replaceAll("(?s).*newest=([0-9]+).*", "$1");
        PORTAL.fault("refuse-all");
        register(code);
        awaitAtPortal(code, "REFUSED");

        assertThat(person.get(WORK + "/news?newest=" + newest).body()).contains("việc mới, bấm để xem");
    }
}
