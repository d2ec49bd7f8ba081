package vn.lienthong.hub.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.hub.Samples.DAI_SON;
import static vn.lienthong.hub.Samples.event;
import static vn.lienthong.hub.Samples.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.TestHub;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

/** Nothing but a decided correction moves a reception, and nothing begins what has ended. */
@Execution(ExecutionMode.SAME_THREAD)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hub.integration=src/test/resources/packs/none/integration",
            "hub.routes=src/test/resources/packs/none/routes"
        })
@ContextConfiguration(initializers = TestHub.class)
class ReceptionGuardIT {
    private static final Caller OPS = new Caller("ops", Set.of("ops"), UnitScope.EVERYWHERE);

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    String code;

    @BeforeEach
    void register() {
        code = Samples.code();
        report(DAI_SON, EntryKind.REGISTERED, registration(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-08-12T09:15:00+07:00", "2025-08-12T02:15:00Z"})
    void takesTheReceptionRepeated(String echo) {
        report(event("step", "10:00:00").put("receivedAt", echo));

        assertThat(now().state().status()).isEqualTo(DossierStatus.PROCESSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-08-12T09:15:01+07:00", "2025-08-11T09:15:00+07:00", "2025-08-12T10:00:00+07:00"})
    void refusesAnEventThatMovesTheReception(String other) {
        assertRefused(
                "entry.moves-reception", () -> report(event("step", "10:00:00").put("receivedAt", other)));

        assertThat(ledger.entries(code, 0, 10)).hasSize(1);
    }

    @Test
    void movesTheReceptionByADecisionAndReckonsTheDueTimeFromIt() {
        var before = now();
        correct("clerical-error-decided", "2025-08-11T15:30:00+07:00");

        assertThat(now().receivedAt()).hasToString("2025-08-11T15:30+07:00");
        assertThat(now().dueAt()).hasToString("2025-08-12T17:00+07:00");
        correct("ordered-by-authority", "2025-08-11T14:30:00+07:00");
        assertThat(now().dueAt()).hasToString("2025-08-11T17:00+07:00");
        assertThat(now().ruleVersion()).isEqualTo(before.ruleVersion());
        assertThat(now().clockOrigin()).isEqualTo(DAI_SON.client());
        assertThat(now().status()).isEqualTo(DossierStatus.RECEIVED);
        assertThat(now().body().path("receivedAt").asText()).isEqualTo("2025-08-11T14:30:00+07:00");
        assertThat(now().body().path("dueAt").asText()).isEqualTo("2025-08-11T17:00:00+07:00");
        assertThat(now().body().at("/unit/communeName").asText()).isEqualTo("Xã Đại Sơn");
    }

    @Test
    void keepsWhatWasReceivedAndIssuedBeforeReadable() {
        var before = now();
        correct("clerical-error-decided", "2025-08-11T15:30:00+07:00");
        report(event("step", "10:00:00").put("receivedAt", "2025-08-11T15:30:00+07:00"));

        var entries = ledger.entries(code, 0, 10);
        assertThat(entries)
                .extracting(Entry::receivedAt)
                .map(Object::toString)
                .containsExactly("2025-08-12T09:15+07:00", "2025-08-11T15:30+07:00", "2025-08-11T15:30+07:00");
        assertThat(entries.get(0).body().path("receivedAt").asText()).isEqualTo("2025-08-12T09:15:00+07:00");
        assertThat(entries.get(1).body().at("/correction/document/number").asText())
                .isEqualTo("31/QĐ-UBND");
        assertThat(entries.get(1).former())
                .isEqualTo(new Former(
                        before.receivedAt(),
                        before.dueAt(),
                        "computed",
                        before.calendarVersion(),
                        before.ruleVersion(),
                        before.processVersion()));
        assertThat(entries.get(2).former()).isNull();
    }

    @Test
    void auditsWhoMovedItWhyAndByWhichDocument() {
        correct("clerical-error-decided", "2025-08-11T15:30:00+07:00");

        assertThat(jdbc.sql("""
                        select actor || '|' || action || '|' || purpose || '|' || detail from audit
                        where dossier = ? and purpose is not null""").param(code).query(String.class).list())
                .containsExactly("ops|ledger.reception-corrected|clerical-error-decided|2025-08-12T09:15:00+07:00"
                        + " -> 2025-08-11T15:30:00+07:00, 31/QĐ-UBND of 2025-08-13");
    }

    @Test
    void letsNoUpstreamSystemMoveIt() {
        assertRefused(
                "caller.forbidden",
                () -> report(
                        DAI_SON,
                        EntryKind.RECEPTION_CORRECTED,
                        correction("clerical-error-decided", "2025-08-11T15:30:00+07:00")));

        assertThat(now().receivedAt()).hasToString("2025-08-12T09:15+07:00");
    }

    @Test
    void letsNobodyMoveItWhoMayNotSeeIt() {
        var elsewhere = new Caller("ops", Set.of("ops"), new UnitScope(Set.of("01")));

        assertRefused(
                "dossier.not-found",
                () -> report(
                        elsewhere,
                        EntryKind.RECEPTION_CORRECTED,
                        correction("clerical-error-decided", "2025-08-11T15:30:00+07:00")));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08-13T10:00:00+07:00, entry.in-the-future", // after it was decided
        "2025-08-12T09:15:00+07:00, entry.out-of-order", // nothing is corrected
        "2025-08-12T10:30:00+07:00, entry.out-of-order", // a step had been taken before
        "2023-08-12T09:15:00+07:00, procedure.not-in-force",
    })
    void refusesAReceptionThatCannotBe(String receivedAt, String problem) {
        report(event("step", "10:00:00"));

        assertRefused(problem, () -> correct("clerical-error-decided", receivedAt));
        assertThat(now().receivedAt()).hasToString("2025-08-12T09:15+07:00");
    }

    @Test
    void refusesADocumentOfAfterTheDecision() {
        var correction = correction("clerical-error-decided", "2025-08-11T15:30:00+07:00");
        ((ObjectNode) correction.at("/correction/document")).put("date", "2025-08-14");

        assertRefused("entry.in-the-future", () -> report(OPS, EntryKind.RECEPTION_CORRECTED, correction));
    }

    @Test
    void beginsTheTimeAnewForARefusedDossierThatWasHandedInAgain() {
        report(event("supplement-asked", "09:30:00"));
        report(event("refused", "11:00:00").put("reason", "Thiếu giấy tờ"));
        assertRefused("entry.out-of-order", () -> correct("resubmitted-after-refusal", "2025-08-12T10:00:00+07:00"));

        correct("resubmitted-after-refusal", "2025-08-13T08:00:00+07:00");

        var dossier = now();
        assertThat(dossier.status()).isEqualTo(DossierStatus.RECEIVED);
        assertThat(dossier.state().finishedAt()).isNull();
        assertThat(dossier.dueAt()).hasToString("2025-08-13T17:00+07:00");
        report(DAI_SON, EntryKind.STEP, event("step", "10:00:00").put("occurredAt", "2025-08-13T09:30:00+07:00"));
        assertThat(now().status()).isEqualTo(DossierStatus.PROCESSING);
    }

    @Test
    void beginsNoTimeAnewForADossierThatWasNotRefused() {
        assertRefused("entry.out-of-order", () -> correct("resubmitted-after-refusal", "2025-08-12T10:00:00+07:00"));
    }

    @Test
    void correctsTheReceptionOfADossierThatHasEnded() {
        report(event("result-returned", "11:00:00"));
        correct("clerical-error-decided", "2025-08-11T15:30:00+07:00");

        assertThat(now().status()).isEqualTo(DossierStatus.RETURNED);
        assertThat(now().state().finishedAt()).hasToString("2025-08-12T11:00+07:00");
        assertThat(now().dueAt()).hasToString("2025-08-12T17:00+07:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"result-returned", "refused", "withdrawn", "result-signed"})
    void putsAStepAfterTheEndOnRecordAndStartsNothing(String end) {
        report(event(end, "11:00:00").put("reason", "Không đủ điều kiện"));
        var before = now();

        var receipt = report(event("step", "11:30:00"));

        assertThat(receipt.seq()).isEqualTo(3);
        assertThat(now().state()).isEqualTo(before.state());
        assertThat(now().dueAt()).isEqualTo(before.dueAt());
        assertThat(now().receivedAt()).isEqualTo(before.receivedAt());
        assertThat(ledger.entries(code, 0, 10)).extracting(Entry::beginsNothing).containsExactly(false, false, true);
    }

    @Test
    void takesALateStepOfBeforeTheEndAsAnyOther() {
        report(event("result-returned", "11:00:00"));
        report(event("step", "10:00:00"));

        assertThat(ledger.entries(code, 0, 10)).noneMatch(Entry::beginsNothing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "supplement-asked",
                "supplement-supplied",
                "fee-due",
                "fee-paid",
                "result-signed",
                "result-returned",
                "refused",
                "withdrawn"
            })
    void refusesEverythingElseAfterTheEnd(String kind) {
        report(event("result-returned", "11:00:00"));

        assertRefused("dossier.finished", () -> report(event(kind, "11:30:00")));
    }

    @Test
    void putsARegistrationAfterTheEndOnRecordAndStartsNothing() {
        report(event("result-signed", "11:00:00"));
        var before = now();

        var receipt = report(DAI_SON, EntryKind.REGISTERED, again());

        assertThat(receipt.seq()).isEqualTo(3);
        assertThat(now().state()).isEqualTo(before.state());
        assertThat(now().receivedAt()).isEqualTo(before.receivedAt());
        assertThat(now().dueAt()).isEqualTo(before.dueAt());
        assertThat(now().body()).isEqualTo(before.body());
        var entry = ledger.entries(code, 2, 1).getFirst();
        assertThat(entry.beginsNothing()).isTrue();
        assertThat(entry.occurredAt()).hasToString("2025-08-13T08:30:05+07:00");
        assertThat(entry.receivedAt()).isEqualTo(before.receivedAt());
    }

    @Test
    void refusesASecondRegistrationWhileTheDossierIsNotFinished() {
        assertRefused("dossier.already-registered", () -> report(DAI_SON, EntryKind.REGISTERED, again()));
    }

    @Test
    void refusesAnotherDossierUnderTheCodeOfOneThatHasEnded() {
        report(event("result-returned", "11:00:00"));
        var ofSomebodyElse = again();
        ofSomebodyElse.withObjectProperty("applicant").put("idNumber", "030190000000");

        assertRefused("dossier.already-registered", () -> report(DAI_SON, EntryKind.REGISTERED, ofSomebodyElse));
        assertRefused(
                "dossier.already-registered",
                () -> report(DAI_SON, EntryKind.REGISTERED, again().put("procedure", "1.001193")));
        assertRefused(
                "dossier.already-registered",
                () -> report(DAI_SON, EntryKind.REGISTERED, again().put("receivedAt", "2025-08-12T10:00:00+07:00")));
    }

    /** What a system sends that took the synchronisation for a new dossier. */
    private ObjectNode again() {
        return registration(code).put("receivedAt", "2025-08-13T08:30:05+07:00");
    }

    private static ObjectNode correction(String reason, String receivedAt) {
        var correction = event("reception-corrected", "10:00:00")
                .put("occurredAt", "2025-08-13T09:00:00+07:00")
                .put("receivedAt", receivedAt);
        correction
                .putObject("correction")
                .put("reason", reason)
                .putObject("document")
                .put("number", "31/QĐ-UBND")
                .put("date", "2025-08-13")
                .put("signedBy", "Phạm Văn Mẫu");
        return correction;
    }

    private void correct(String reason, String receivedAt) {
        report(OPS, EntryKind.RECEPTION_CORRECTED, correction(reason, receivedAt));
    }

    private Receipt report(JsonNode body) {
        return report(DAI_SON, EntryKind.of(body.path("event").asText()).orElseThrow(), body);
    }

    private Receipt report(Caller caller, EntryKind kind, JsonNode body) {
        return ledger.append(new Submission(caller, null, code, kind, body)).join();
    }

    private Dossier now() {
        return ledger.find(code).orElseThrow();
    }

    private static void assertRefused(String problem, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOf(CompletionException.class)
                .satisfies(failure -> assertThat(((SubmissionRefused) failure.getCause()).code())
                        .isEqualTo(problem));
    }
}
