package vn.lienthong.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.desk.CauseGroup;
import vn.lienthong.hub.desk.Causes;
import vn.lienthong.hub.desk.ShiftLine;
import vn.lienthong.hub.desk.Shifts;
import vn.lienthong.hub.desk.WorkItem;
import vn.lienthong.hub.desk.WorkList;
import vn.lienthong.hub.desk.WorkQuery;
import vn.lienthong.hub.local.LocalPerson;
import vn.lienthong.hub.security.UnitScope;

/** What people see at the desk, what they may do, and that the figures are true. */
class DeskIT extends HubStory {
    private static final String PORTAL_ID = "public-service-portal";
    /** No story here is about a dossier of that province. */
    private static final UnitScope ELSEWHERE = UnitScope.of(List.of("96"));

    @Autowired
    private Shifts shifts;

    @Autowired
    private WorkList list;

    @Autowired
    private Causes causes;

    private Visitor signedIn(LocalPerson person) {
        return Visitor.signedIn(hub(), person);
    }

    private void registerRefused() {
        PORTAL.fault("refuse-all");
        register(code);
        awaitAtPortal(code, "REFUSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/work", "/causes", "/reconciliation", "/reports", "/systems", "/systems/" + PORTAL_ID})
    void showsEveryPageInBothLanguages(String path) {
        registerRefused();
        var visitor = signedIn(LocalPerson.AUDITOR);

        assertThat(visitor.get("/console" + path).statusCode()).isEqualTo(200);
        var english = visitor.get("/console" + path + "?lang=en");
        assertThat(english.statusCode()).isEqualTo(200);
        assertThat(english.body()).contains("Sign out").doesNotContain("??");
    }

    @Test
    void showsADossierWithoutWhoItIsOf() {
        register(code);
        awaitAtPortal(code, "DELIVERED");
        var page = signedIn(LocalPerson.OPS).get("/console/dossiers/" + code);

        assertThat(page.body()).contains(code, "N••• V••• M•••").doesNotContain("Nguyễn Văn Mẫu", "030085000000");
    }

    @Test
    void showsWhoItIsOfForAReasonThatIsOnRecord() {
        register(code);
        var visitor = signedIn(LocalPerson.OPS);
        visitor.get("/console/dossiers/" + code);
        var address = "/console/dossiers/" + code + "/applicant";

        assertThat(visitor.post(address, Map.of("reason", "  ")).statusCode()).isEqualTo(422);
        assertThat(visitor.post(address, Map.of("reason", "Người dân gọi điện hỏi"))
                        .body())
                .contains("Nguyễn Văn Mẫu");
        assertThat(jdbc.sql("select actor || ': ' || purpose from audit where dossier = ? and action = 'desk.unmask'")
                        .param(code)
                        .query(String.class)
                        .list())
                .containsExactly("person:ops: Người dân gọi điện hỏi");
    }

    @Test
    void showsNobodyToWhomItIsNotAllowed() {
        register(code);
        var visitor = signedIn(LocalPerson.DAI_SON);
        visitor.get("/console/dossiers/" + code);

        var refused = visitor.post("/console/dossiers/" + code + "/applicant", Map.of("reason", "Muốn biết"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).doesNotContain("Nguyễn Văn Mẫu");
    }

    @Test
    void keepsAnAuditorFromActing() {
        registerRefused();
        var cause = causes.open(UnitScope.EVERYWHERE).getFirst().id();
        var visitor = signedIn(LocalPerson.AUDITOR);
        visitor.get("/console/causes");

        assertThat(visitor.post("/console/causes/" + cause, Map.of("state", "TAKEN"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void showsNothingOfOtherUnits() {
        registerRefused();

        assertThat(causes.open(ELSEWHERE)).isEmpty();
        assertThat(list.page(everything(ELSEWHERE), null, 10)).isEmpty();
        assertThat(shifts.now(ELSEWHERE).held()).isZero();
        assertThat(signedIn(LocalPerson.DAI_SON).get("/console/reconciliation").statusCode())
                .isEqualTo(403);
    }

    private static WorkQuery everything(UnitScope scope) {
        return new WorkQuery(scope, List.of(), null, null, null, null, null, false, null, WorkQuery.Order.DUE);
    }

    @Test
    void addsUpAndSaysSoWhenItDoesNot() {
        register(code);
        awaitAtPortal(code, "DELIVERED");
        CLOCK.jump(java.time.Duration.ofSeconds(3));
        assertThat(portal().off()).isZero();

        jdbc.sql("insert into delivery_owed select 'public-service-portal', max(slot), 1 from delivery_owed")
                .update();
        CLOCK.jump(java.time.Duration.ofSeconds(3));

        assertThat(portal().off()).isEqualTo(1);
        jdbc.sql("insert into delivery_owed select 'public-service-portal', max(slot), -1 from delivery_owed")
                .update();
    }

    private ShiftLine portal() {
        return shifts.now(UnitScope.EVERYWHERE).lines().stream()
                .filter(line -> line.id().equals(PORTAL_ID))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void goesOnBehindARowWhateverComesMeanwhile() {
        registerRefused();
        var all = list.page(everything(UnitScope.EVERYWHERE), null, 100);
        var first = all.getFirst().id();
        var rest = list.page(everything(UnitScope.EVERYWHERE), first, 99);

        assertThat(rest).extracting(WorkItem::id).doesNotContain(first);
        assertThat(rest).hasSize(all.size() - 1);
    }

    @Test
    void findsFailuresByTheirWordsWithoutDiacritics() {
        registerRefused();

        assertThat(causes.saying("KHONG thanh cong")).isNotEmpty();
        assertThat(signedIn(LocalPerson.OPS)
                        .get("/console/work?q=khong+thanh+cong")
                        .body())
                .contains(code);
    }

    @Test
    void saysThatASolvedCauseCameBack() {
        registerRefused();
        var cause = causeOf(code);
        var visitor = signedIn(LocalPerson.OPS);
        visitor.get("/console/causes");
        visitor.post("/console/causes/" + cause, Map.of("state", "CLOSED", "note", "Đã sửa bảng mã"));
        assertThat(stateOf(cause)).isEqualTo(CauseGroup.State.SOLVED);

        CLOCK.jump(java.time.Duration.ofSeconds(2));
        var another = vn.lienthong.hub.Samples.code();
        register(another);
        awaitAtPortal(another, "REFUSED");

        assertThat(stateOf(cause)).isEqualTo(CauseGroup.State.BACK);
    }

    private String causeOf(String dossier) {
        return jdbc.sql("select cause from delivery where dossier = ? and system = ?")
                .params(dossier, PORTAL_ID)
                .query(String.class)
                .single();
    }

    private CauseGroup.State stateOf(String cause) {
        return causes.open(UnitScope.EVERYWHERE).stream()
                .filter(group -> group.id().equals(cause))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void carriesACorrectedDueTimeOverToWhatIsNotDone() {
        registerRefused();
        jdbc.sql("update dossier set due_at = '2031-01-02 10:00+07' where code = ?")
                .param(code)
                .update();

        assertThat(jdbc.sql("select legal_due_at::text from delivery where dossier = ? and system = ?")
                        .params(code, PORTAL_ID)
                        .query(String.class)
                        .single())
                .startsWith("2031-01-02");
    }

    @Test
    void putsNothingThatCanBeANumberOfACitizenIntoAnAddress() {
        var visitor = signedIn(LocalPerson.OPS);
        visitor.get("/console");

        assertThat(visitor.post("/console/jump", Map.of("to", "030085000000"))
                        .uri()
                        .toString())
                .startsWith(hub() + "/console/work?")
                .doesNotContain("030085000000");
        assertThat(visitor.post("/console/jump", Map.of("to", "số 0300850000001"))
                        .uri()
                        .toString())
                .isEqualTo(hub() + "/console/work");
        register(code);
        assertThat(visitor.post("/console/jump", Map.of("to", code)).uri().getPath())
                .isEqualTo("/console/dossiers/" + code);
    }

    @Test
    void tellsOpenPagesThatSomethingChanged() {
        var visitor = signedIn(LocalPerson.OPS);
        var heard = visitor.listen("/console/news");

        register(code);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(heard).anyMatch(line -> line.contains("changed")));
    }
}
