package vn.lienthong.hub.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.local.LocalClient.OPS;
import static vn.lienthong.hub.local.LocalClient.UPSTREAM_DAI_SON;
import static vn.lienthong.hub.local.LocalClient.UPSTREAM_HAI_PHONG;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import vn.lienthong.hub.contract.Contract;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.SubmissionRefused;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.security.UnitScope;

@ExtendWith(OutputCaptureExtension.class)
class ReportIT extends FacadeStory {
    private static final String DOSSIERS = "/api/v1/dossiers";
    private static final String EVENTS = DOSSIERS + "/" + DOSSIER + "/events";

    @Test
    void registersADossier() {
        var code = birth().path("code").asText();
        var answer = post(DOSSIERS, UPSTREAM_DAI_SON, birth());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/dossiers/" + code);
        assertThat(answer.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(json(answer).path("event").asText()).isEqualTo("registered");
        assertThat(ledger.submissions).singleElement().satisfies(submission -> {
            assertThat(submission.dossier()).isEqualTo(code);
            assertThat(submission.kind()).isEqualTo(EntryKind.REGISTERED);
            assertThat(submission.body()).isEqualTo(birth());
            assertThat(submission.idempotencyKey()).isNull();
            assertThat(submission.caller().client()).isEqualTo("upstream-dai-son");
            assertThat(submission.caller().scope()).isEqualTo(UnitScope.of(UPSTREAM_DAI_SON.units()));
        });
    }

    static Stream<String> examplesOfEvents() {
        var names = Contract.load()
                .document()
                .at("/paths/~1dossiers~1{code}~1events/post/requestBody/content/application~1json/examples");
        return names.properties().stream().map(java.util.Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("examplesOfEvents")
    void takesEveryEvent(String name) {
        var event = example("reportEvent", name);

        var answer = post(EVENTS, UPSTREAM_DAI_SON, event);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).path("event")).isEqualTo(event.path("event"));
        assertThat(ledger.submissions)
                .singleElement()
                .satisfies(s -> assertThat(s.dossier()).isEqualTo(DOSSIER));
    }

    @Test
    void takesFromOperatorsACorrectedReceptionAndNothingElse() {
        assertThat(post(EVENTS, OPS, example("reportEvent", "receptionCorrected"))
                        .statusCode())
                .isEqualTo(202);
        assertProblem(post(EVENTS, OPS, step()), 403, "caller.forbidden");
        assertThat(ledger.submissions).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/receivedAt", "/correction", "/correction/reason", "/correction/document/signedBy"})
    void refusesACorrectionWithoutItsGround(String missing) {
        var event = example("reportEvent", "receptionCorrected");
        var at = missing.lastIndexOf('/');
        ((ObjectNode) event.at(missing.substring(0, at))).remove(missing.substring(at + 1));

        assertProblem(post(EVENTS, OPS, event), 422, "request.invalid");
    }

    @Test
    void refusesAGroundThatTheLawDoesNotName() {
        var event = example("reportEvent", "receptionCorrected");
        event.withObjectProperty("correction").put("reason", "synchronised-later");

        assertProblem(post(EVENTS, OPS, event), 422, "request.invalid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "abc | abc",
                "\"abc\" | abc",
                "8e03978e-40d5-43e8-bc93-6894a57f9324 | 8e03978e-40d5-43e8-bc93-6894a57f9324",
                "\"a\\\"b\\\\c\" | a\"b\\c",
                "a,b;c=1 | a,b;c=1"
            })
    void passesTheIdempotencyKeyDownHoweverItIsWritten(String header, String expected) {
        send(posting(
                to(DOSSIERS, UPSTREAM_DAI_SON).header("Idempotency-Key", header),
                vn.lienthong.hub.json.Json.bytes(birth())));

        assertThat(ledger.submissions)
                .singleElement()
                .satisfies(s -> assertThat(s.idempotencyKey()).isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "a b", "\"a b\"", "\"abc", "\"abc\";x=1", "\"a\", \"b\""})
    void refusesAMalformedIdempotencyKey(String header) {
        var answer = send(posting(
                to(DOSSIERS, UPSTREAM_DAI_SON).header("Idempotency-Key", header),
                vn.lienthong.hub.json.Json.bytes(birth())));

        assertProblem(answer, 400, "request.idempotency-key");
        assertThat(ledger.submissions).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"255,202", "256,400", "4000,400"})
    void takesIdempotencyKeysUpTo255Characters(int length, int status) {
        var answer = send(posting(
                to(DOSSIERS, UPSTREAM_DAI_SON).header("Idempotency-Key", "k".repeat(length)),
                vn.lienthong.hub.json.Json.bytes(birth())));

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void refusesTwoIdempotencyKeys() {
        var answer = send(posting(
                to(DOSSIERS, UPSTREAM_DAI_SON).header("Idempotency-Key", "a").header("Idempotency-Key", "b"),
                vn.lienthong.hub.json.Json.bytes(birth())));

        assertProblem(answer, 400, "request.idempotency-key");
    }

    @Test
    void marksAReplayedAnswer() {
        ledger.judge(submission -> CompletableFuture.completedFuture(FakeLedger.receipt(submission, true)));

        var answer = post(DOSSIERS, UPSTREAM_DAI_SON, birth());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    }

    @Test
    void asksToComeBackWhileTheSameKeyIsRunning() {
        ledger.refuse(new SubmissionRefused("request.in-progress", 409, "still running", null));

        var answer = post(DOSSIERS, UPSTREAM_DAI_SON, birth());

        assertProblem(answer, 409, "request.in-progress");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(json(answer).path("retryAfter").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = ProblemCode.class,
            mode = EnumSource.Mode.MATCH_ANY,
            names = {"DOSSIER_.*", "ENTRY_.*", "UNIT_.*", "PROCEDURE_.*", "REQUEST_KEY_REUSED"})
    void answersWhatTheLedgerRefusesWithItsCodeAndPointer(ProblemCode code) {
        ledger.refuse(new SubmissionRefused(code.code(), code.status(), "what is wrong", "/place"));

        var answer = post(EVENTS, UPSTREAM_DAI_SON, step());

        assertProblem(answer, code.status(), code.code());
        assertThat(json(answer).path("detail").asText()).isEqualTo("what is wrong");
        assertThat(json(answer).path("pointer").asText()).isEqualTo("/place");
    }

    @Test
    void refusesToRegisterOutsideTheScopeOfTheCaller() {
        var elsewhere = birth();
        elsewhere.putObject("unit").put("province", "31").put("commune", "11113");

        var answer = post(DOSSIERS, UPSTREAM_DAI_SON, elsewhere);

        assertProblem(answer, 403, "caller.out-of-scope");
        assertThat(json(answer).path("pointer").asText()).isEqualTo("/unit");
        assertThat(ledger.submissions).isEmpty();
        assertThat(post(DOSSIERS, UPSTREAM_HAI_PHONG, elsewhere).statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost", "H24.129-250812-0035-1", "h24.129-250812-0035", "H24.129%20250812-0035"})
    void knowsNoDossierUnderWhatIsNoCode(String code) {
        assertProblem(post(DOSSIERS + "/" + code + "/events", UPSTREAM_DAI_SON, step()), 404, "dossier.not-found");
        assertThat(ledger.submissions).isEmpty();
    }

    static Stream<RuntimeException> passingFailures() {
        return Stream.of(new CannotGetJdbcConnectionException("down"), new QueryTimeoutException("slow"));
    }

    @ParameterizedTest
    @MethodSource("passingFailures")
    void asksToRepeatWhileTheDatabaseIsDown(RuntimeException failure) {
        ledger.refuse(failure);

        var answer = post(DOSSIERS, UPSTREAM_DAI_SON, birth());

        assertProblem(answer, 503, "hub.unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    }

    @Test
    void tellsAndLogsNothingOfCitizensWhenItFails(CapturedOutput log) {
        ledger.refuse(new IllegalStateException(
                "row contains (Nguyễn Văn Mẫu, 030085000000)", new SQLException("Nguyễn Văn Mẫu", "23505")));

        var answer = post(DOSSIERS, UPSTREAM_DAI_SON, birth());

        assertProblem(answer, 500, "hub.fault");
        assertThat(answer.body()).doesNotContain("Mẫu", "030085000000", "Exception", "vn.lienthong");
        assertThat(log.getAll())
                .contains(json(answer).path("faultId").asText(), "IllegalStateException", "SQLException [23505]")
                .doesNotContain("Mẫu", "030085000000");
    }

    @Test
    void logsTheFaultIdOfARefusalAndNothingOfTheBody(CapturedOutput log) {
        var body = birth();
        body.withObject("/applicant").put("idNumber", "0300850000000");

        var answer = post(DOSSIERS, UPSTREAM_DAI_SON, body);

        assertThat(log.getAll())
                .contains(json(answer).path("faultId").asText() + " request.invalid")
                .doesNotContain("Mẫu", "030085");
    }
}
