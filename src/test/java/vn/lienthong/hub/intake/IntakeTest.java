package vn.lienthong.hub.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.contract.Contract;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.ledger.Receipt;
import vn.lienthong.hub.ledger.Submission;
import vn.lienthong.hub.ledger.SubmissionRefused;

/** What is said of a message, by what the ledger says of it. */
class IntakeTest {
    private static final DossierEvents EVENTS = new DossierEvents(Contract.load());
    private static final String CODE = "H24.129-250812-9062";

    private final AtomicReference<Submission> taken = new AtomicReference<>();

    private Map<String, String> receive(ObjectNode event, Function<Submission, CompletableFuture<Receipt>> ledger) {
        return new Intake(appending(ledger), EVENTS).receive(Json.bytes(event));
    }

    private Map<String, String> receive(ObjectNode event) {
        return receive(event, submission -> {
            taken.set(submission);
            return CompletableFuture.completedFuture(null);
        });
    }

    private Map<String, String> refused(String code) {
        return receive(
                event(), submission -> CompletableFuture.failedFuture(new SubmissionRefused(code, 409, "why", null)));
    }

    /** A ledger of which only appending is asked. */
    private static Ledger appending(Function<Submission, CompletableFuture<Receipt>> append) {
        return (Ledger) java.lang.reflect.Proxy.newProxyInstance(
                Ledger.class.getClassLoader(),
                new Class<?>[] {Ledger.class},
                (proxy, method, arguments) -> append.apply((Submission) arguments[0]));
    }

    private static ObjectNode event() {
        var event = Json.MAPPER
                .createObjectNode()
                .put("specversion", "1.0")
                .put("id", "1")
                .put("source", "urn:vn:one-stop")
                .put("type", "vn.lienthong.dossier.registered")
                .put("subject", CODE);
        event.set("data", Samples.registration(CODE));
        return event;
    }

    @Test
    void isAcceptedWhenTheLedgerHasIt() {
        assertThat(receive(event())).containsEntry("verdict", "accepted");
        assertThat(taken.get().caller().client()).isEqualTo("kafka:urn:vn:one-stop");
        assertThat(taken.get().idempotencyKey()).isEqualTo("1");
    }

    @Test
    void mustComeAgainWhenTheLedgerCannotBeReached() {
        assertThat(receive(
                        event(),
                        submission -> CompletableFuture.failedFuture(new DataAccessResourceFailureException("gone"))))
                .containsEntry("verdict", "later")
                .containsEntry("cause", "hub.unavailable");
        assertThat(refused("request.in-progress")).containsEntry("verdict", "later");
    }

    @Test
    void isPutAsideWhenTheLedgerWillNeverTakeIt() {
        assertThat(refused("dossier.not-found"))
                .containsEntry("verdict", "dead-letter")
                .containsEntry("cause", "dossier.not-found")
                .containsEntry("detail", "why");
    }

    @Test
    void isPutAsideWhenItBreaksItsReader() {
        assertThat(receive(event(), submission -> {
                    throw new IllegalStateException("broken");
                }))
                .containsEntry("verdict", "dead-letter")
                .containsEntry("cause", "request.unreadable");
        assertThat(new Intake(appending(submission -> null), EVENTS).receive(null))
                .containsEntry("verdict", "dead-letter");
    }

    @ParameterizedTest
    @CsvSource({
        "specversion, 0.3, /specversion",
        "type, vn.lienthong.dossier.danced, /type",
        "type, com.example.dossier.registered, /type",
        "type, vn.lienthong.dossier.step, /data",
        "subject, H24.129-250812-9063, /subject",
        "subject, '', /subject",
        "source, 'one stop', /source",
        "id, Số1, /id",
        "id, '', /id",
    })
    void isPutAsideWhenItIsNoEventOfOurs(String field, String value, String pointer) {
        var verdict = receive(event().put(field, value));

        assertThat(verdict).containsEntry("verdict", "dead-letter").containsEntry("cause", "request.invalid");
        assertThat(verdict.get("detail")).startsWith(pointer);
        assertThat(taken.get()).isNull();
    }

    @Test
    void isPutAsideWhenItSaysOneThingOutsideAndAnotherInside() {
        var event = event().put("type", "vn.lienthong.dossier.step");
        event.set("data", Samples.event("result-returned", "10:00:00"));

        assertThat(receive(event).get("detail")).startsWith("/type");
    }

    @Test
    void saysWhereAMessageBreaksTheContractAndNeverWhatStandsThere() {
        var event = event();
        ((ObjectNode) event.get("data").get("applicant")).put("idNumber", "0300850000001");

        assertThat(receive(event).get("detail"))
                .contains("/data/applicant/idNumber")
                .doesNotContain("030085");
        assertThat(new String(Json.bytes(event), UTF_8)).contains("030085");
    }
}
