package vn.lienthong.hub.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.hub.Samples.DAI_SON;
import static vn.lienthong.hub.Samples.event;
import static vn.lienthong.hub.Samples.registration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.TestHub;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

@Execution(ExecutionMode.SAME_THREAD)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hub.integration=src/test/resources/packs/none/integration",
            "hub.routes=src/test/resources/packs/none/routes"
        })
@ContextConfiguration(initializers = TestHub.class)
class LedgerIT {
    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    String code;

    @BeforeEach
    void takeANewCode() {
        code = Samples.code();
    }

    @Test
    void keepsARegistrationWithItsDeadlineAndNames() {
        register();

        var dossier = ledger.find(code).orElseThrow();
        assertThat(dossier.status()).isEqualTo(DossierStatus.RECEIVED);
        assertThat(dossier.dueAt()).hasToString("2025-08-12T17:00+07:00");
        assertThat(dossier.dueSource()).isEqualTo("computed");
        assertThat(dossier.calendarVersion()).isNotBlank();
        assertThat(dossier.body().at("/unit/communeName").asText()).isEqualTo("Xã Đại Sơn");
        assertThat(dossier.clockOrigin()).isEqualTo(DAI_SON.client());
    }

    @Test
    void tellsTheStoryInLedgerOrder() {
        register();
        report(event("step", "10:00:00"));
        report(event("result-signed", "11:00:00"));

        assertThat(ledger.entries(code, 0, 10))
                .extracting(Entry::kind)
                .containsExactly(EntryKind.REGISTERED, EntryKind.STEP, EntryKind.RESULT_SIGNED);
        assertThat(ledger.find(code).orElseThrow().state().finishedAt()).hasToString("2025-08-12T11:00+07:00");
    }

    @Test
    void answersTheSameReportTwiceWithTheSameReceipt() {
        var first = register();
        var second = register();

        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        assertThat(second.entry()).isEqualTo(first.entry());
        assertThat(second.recordedAt()).isEqualTo(first.recordedAt());
    }

    @Test
    void refusesAnotherDossierUnderTheSameCode() {
        register();
        var other = registration(code).put("channel", "online");

        assertRefused("dossier.already-registered", () -> append(null, EntryKind.REGISTERED, other));
    }

    @Test
    void refusesAnotherContentUnderTheSameKey() {
        append("key-" + code, EntryKind.REGISTERED, registration(code));
        var other = event("step", "10:00:00");

        assertRefused("request.key-reused", () -> append("key-" + code, EntryKind.STEP, other));
    }

    @Test
    void answersARepeatUnderTheSameKey() {
        var first = append("key-" + code, EntryKind.REGISTERED, registration(code));
        var second = append("key-" + code, EntryKind.REGISTERED, registration(code));

        assertThat(second.replayed()).isTrue();
        assertThat(second.entry()).isEqualTo(first.entry());
    }

    @Test
    void keepsKeysOfTwoCallersApart() {
        var other = new Caller("other", Set.of("upstream"), new UnitScope(Set.of("31")));
        append("shared-" + code, EntryKind.REGISTERED, registration(code));
        var step = ledger.append(
                        new Submission(other, "shared-" + code, code, EntryKind.STEP, event("step", "10:00:00")))
                .join();

        assertThat(step.replayed()).isFalse();
        assertThat(step.seq()).isEqualTo(2);
    }

    @Test
    void gives200EqualReportsAtOnceOneEffect() {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 200)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> append(null, EntryKind.REGISTERED, registration(code)), callers))
                    .toList();
            assertThat(answers.stream().map(CompletableFuture::join).filter(receipt -> !receipt.replayed()))
                    .hasSize(1);
        }
        assertThat(entriesOf(code)).isEqualTo(1);
    }

    @Test
    void refusesASecondRequestWhileTheFirstOfItsKeyRuns() {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 200)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                                    () -> append("one-" + code, EntryKind.REGISTERED, registration(code)), callers)
                            .handle((receipt, failure) -> failure == null
                                    ? receipt.replayed() ? "replayed" : "accepted"
                                    : refusal(failure).code()))
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(answers).containsOnlyOnce("accepted");
            assertThat(answers)
                    .allMatch(a -> Set.of("accepted", "replayed", "request.in-progress")
                            .contains(a));
        }
        assertThat(entriesOf(code)).isEqualTo(1);
    }

    @Test
    void refusesAnEventBeforeTheRegistration() {
        assertRefused("dossier.not-found", () -> report(event("step", "10:00:00")));
    }

    @Test
    void hidesADossierOutsideTheScopeOfTheCaller() {
        register();
        var stranger = new Caller("stranger", Set.of("upstream"), new UnitScope(Set.of("01")));

        assertRefused(
                "dossier.not-found",
                () -> ledger.append(new Submission(stranger, null, code, EntryKind.STEP, event("step", "10:00:00")))
                        .join());
    }

    @Test
    void refusesARegistrationOutsideTheScopeOfTheCaller() {
        var stranger = new Caller("stranger", Set.of("upstream"), new UnitScope(Set.of("01")));

        assertRefused(
                "caller.out-of-scope",
                () -> ledger.append(new Submission(stranger, null, code, EntryKind.REGISTERED, registration(code)))
                        .join());
    }

    @Test
    void hidesTheReceiptOfARepeatOutsideTheScopeOfTheCaller() {
        register();
        report(event("step", "10:00:00"));
        var stranger = new Caller("stranger", Set.of("upstream"), new UnitScope(Set.of("01")));

        assertRefused(
                "dossier.not-found",
                () -> ledger.append(new Submission(stranger, null, code, EntryKind.STEP, event("step", "10:00:00")))
                        .join());
    }

    @Test
    void refusesAnEventBeforeTheReception() {
        register();
        assertRefused("entry.before-reception", () -> report(event("step", "09:00:00")));
    }

    @Test
    void refusesAnEventOfTheFuture() {
        register();
        var future = event("step", "10:00:00").put("occurredAt", "2999-01-01T00:00:00+07:00");
        assertRefused("entry.in-the-future", () -> report(future));
    }

    @Test
    void refusesAnythingAfterTheEnd() {
        register();
        report(event("result-returned", "11:00:00"));
        assertRefused("dossier.finished", () -> report(event("result-signed", "11:30:00")));
    }

    @Test
    void takesALateReportWithoutTurningTheStoryBack() {
        register();
        report(event("result-returned", "11:00:00"));
        report(event("step", "10:00:00"));

        assertThat(ledger.find(code).orElseThrow().status()).isEqualTo(DossierStatus.RETURNED);
        assertThat(ledger.entries(code, 0, 10)).hasSize(3);
    }

    @Test
    void refusesPapersNobodyAskedFor() {
        register();
        assertRefused("entry.out-of-order", () -> report(event("supplement-supplied", "10:00:00")));
    }

    @Test
    void refusesAnUnknownProcedure() {
        assertRefused("procedure.unknown", () -> register(registration(code).put("procedure", "9.999999")));
    }

    @Test
    void refusesAnUnknownUnit() {
        var body = registration(code);
        body.putObject("unit").put("province", "31").put("commune", "99999");
        assertRefused("unit.unknown", () -> register(body));
    }

    @Test
    void refusesAUnitCodeThatMeantAnotherCommuneOnThatDay() {
        var may = "H24.129-250512-0001";
        var body = registration(may).put("receivedAt", "2025-05-12T09:15:00+07:00");
        assertRefused(
                "unit.not-in-force",
                () -> ledger.append(new Submission(DAI_SON, null, may, EntryKind.REGISTERED, body))
                        .join());
    }

    @Test
    void pinsTheProcessOfTheDayOfReception() {
        var june = "H24.130-250630-0001";
        var body = registration(june).put("receivedAt", "2025-06-30T09:15:00+07:00");
        body.putObject("unit").put("province", "30").put("commune", "11113");
        var tanKy = new Caller("tan-ky", Set.of("upstream"), new UnitScope(Set.of("30", "31")));
        ledger.append(new Submission(tanKy, null, june, EntryKind.REGISTERED, body))
                .join();
        register();
        // six steps became three on the first of July; who was received before is not moved by what is reported after
        ledger.append(new Submission(tanKy, null, june, EntryKind.STEP, event("step", "10:00:00")))
                .join();

        assertThat(ledger.find(june).orElseThrow().processVersion()).isEqualTo("2024-01-01 6 steps");
        assertThat(ledger.find(code).orElseThrow().processVersion()).isEqualTo("2025-07-01 3 steps");
    }

    @Test
    void refusesACodeWhoseDateDisagreesWithTheReception() {
        assertRefused(
                "dossier.code-date-disagrees",
                () -> register(registration(code).put("receivedAt", "2025-09-12T09:15:00+07:00")));
    }

    @Test
    void writesOneAuditRowPerEntry() {
        register();
        register();
        report(event("step", "10:00:00"));

        assertThat(jdbc.sql("select action from audit where dossier = ? order by id")
                        .param(code)
                        .query(String.class)
                        .list())
                .containsExactly("ledger.registered", "ledger.step");
    }

    private int entriesOf(String dossier) {
        return jdbc.sql("select count(*) from entry where dossier = ?")
                .param(dossier)
                .query(Integer.class)
                .single();
    }

    @Test
    void paysTheFeeInThePlaceThatIsNamedAndThatOneOnce() {
        register();
        report(fee("fee-due", "10:00:00", 0));
        report(fee("fee-due", "10:05:00", 0));

        report(fee("fee-paid", "10:10:00", 2));

        assertThat(ledger.find(code).orElseThrow().state().fees())
                .extracting(fee -> fee.paidAt() != null)
                .containsExactly(false, true);
        assertRefused("entry.out-of-order", () -> report(fee("fee-paid", "10:11:00", 2)));
        assertRefused("entry.out-of-order", () -> report(fee("fee-paid", "10:12:00", 3)));
    }

    private static JsonNode fee(String kind, String time, int place) {
        var event = event(kind, time);
        var fee = event.putObject("fee").put("code", "LP01").put("amount", 8000);
        if (place > 0) {
            fee.put("place", place);
        }
        return event;
    }

    private Receipt register() {
        return register(registration(code));
    }

    private Receipt register(JsonNode body) {
        return append(null, EntryKind.REGISTERED, body);
    }

    private Receipt report(JsonNode body) {
        return append(null, EntryKind.of(body.path("event").asText()).orElseThrow(), body);
    }

    private Receipt append(String key, EntryKind kind, JsonNode body) {
        return ledger.append(new Submission(DAI_SON, key, code, kind, body)).join();
    }

    private static void assertRefused(String problem, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOf(CompletionException.class)
                .satisfies(failure -> assertThat(refusal(failure).code()).isEqualTo(problem));
    }

    private static SubmissionRefused refusal(Throwable failure) {
        return (SubmissionRefused) failure.getCause();
    }
}
