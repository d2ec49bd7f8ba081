package vn.lienthong.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.dao.DataAccessResourceFailureException;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.contract.Contract;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.ledger.Submission;
import vn.lienthong.hub.ledger.SubmissionRefused;

/** Where each thing that a system tells goes, and what is said of it. */
class ReportingTest {
    private static final String CODE = "H24.129-250812-9063";

    @TempDir
    Path folder;

    private final List<Submission> appended = new ArrayList<>();
    private final List<Observation> observed = new ArrayList<>();
    private UnaryOperator<JsonNode> observer =
            data -> Json.MAPPER.createObjectNode().put("code", "00");
    private SystemCard card;

    @BeforeEach
    void readTheCard() throws IOException {
        Files.createDirectories(folder.resolve("demo"));
        Files.writeString(folder.resolve("demo/system.yaml"), """
                id: demo
                title: Demo
                owner: nobody
                standIn: true
                url: http://localhost:1
                reports: [step, noted, payment, unheard]
                limits: {timeout: 1s, concurrency: 1}
                retry: {delays: [1s]}
                breaker: {failureRate: 50, window: 1, minimumCalls: 1, wait: 1s}
                outcomes: [{is: refused}]
                """);
        card = Cards.load(folder, new StandardEnvironment()).get("demo");
    }

    private Fate report(ObjectNode... told) {
        var translated = Json.MAPPER.createObjectNode();
        translated.putArray("observations").addAll(List.of(told));
        return new Reporting(ledger(), Contract.load(), observations(), new Enclosures(ledger(), new PlayedFiles()))
                .report(card, "told/1", translated);
    }

    private Ledger ledger() {
        return (Ledger) java.lang.reflect.Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                    appended.add((Submission) arguments[0]);
                    return CompletableFuture.completedFuture(null);
                });
    }

    private Observations observations() {
        var payments = new Observer() {
            @Override
            public String kind() {
                return "payment";
            }

            @Override
            public JsonNode take(Observation observation) {
                observed.add(observation);
                return observer.apply(observation.data());
            }
        };
        return new Observations(
                new StaticListableBeanFactory(Map.of("payments", payments)).getBeanProvider(Observer.class));
    }

    private static ObjectNode told(String kind) {
        var told = Json.MAPPER.createObjectNode().put("kind", kind).put("dossier", CODE);
        told.putObject("data").put("occurredAt", "2025-08-13T08:00:00+07:00");
        return told;
    }

    private static ObjectNode note(String system) {
        var told = told("noted");
        ((ObjectNode) told.get("data"))
                .putObject("noted")
                .put("subject", "parcel")
                .put("text", "Đang vận chuyển")
                .put("system", system);
        return told;
    }

    private static ObjectNode step() {
        var told = told("step");
        ((ObjectNode) told.get("data")).putObject("step").put("name", "Thẩm định");
        return told;
    }

    @Test
    void entriesGoToTheLedgerAsTheSystemAndUnderTheIdOfTheMessage() {
        assertThat(report(step(), note("another"))).isInstanceOf(Fate.Reported.class);

        assertThat(appended).extracting(one -> one.caller().client()).containsOnly("system:demo");
        assertThat(appended).extracting(Submission::idempotencyKey).containsExactly("told/1/0", "told/1/1");
        assertThat(appended.getFirst().body().path("event").asText()).isEqualTo("step");
    }

    @Test
    void aNoteSaysWhoseItIsWhateverTheMappingSays() {
        report(note("another"));

        assertThat(appended.getFirst().body().at("/noted/system").asText()).isEqualTo("demo");
    }

    @Test
    void whatIsNoEntryGoesToItsObserverWhoseValueIsForTheAnswer() {
        var fate = report(told("payment"));

        assertThat(((Fate.Reported) fate).values().at("/0/code").asText()).isEqualTo("00");
        assertThat(observed).extracting(Observation::key).containsExactly("told/1/0");
        assertThat(appended).isEmpty();
    }

    @Test
    void whatTheCardDoesNotAllowIsPutAsideUnreported() {
        assertThat(report(told("withdrawn"))).isEqualTo(new Fate.Dead("system.kind-not-allowed", null));
        assertThat(appended).isEmpty();
    }

    @Test
    void papersAreEnclosedOnlyByWhoMayEncloseThem() {
        var note = note("demo");
        ((ObjectNode) note.get("data"))
                .putArray("papers")
                .addObject()
                .put("name", "Công văn")
                .put("base64", "AAAA");

        assertThat(report(note)).isEqualTo(new Fate.Dead("system.kind-not-allowed", null));
        assertThat(appended).isEmpty();
    }

    @Test
    void whatNobodyWaitsForOrBreaksTheContractIsPutAside() {
        assertThat(report(told("unheard"))).isEqualTo(new Fate.Dead("request.invalid", "/kind: nobody waits for it"));
        assertThat(report(told("step")))
                .isInstanceOfSatisfying(
                        Fate.Dead.class, dead -> assertThat(dead.cause()).isEqualTo("request.invalid"));
        assertThat(appended).isEmpty();
    }

    @Test
    void anObserverRefusesForGoodOrForNow() {
        observer = data -> {
            throw new SubmissionRefused("dossier.not-found", 404, "no such dossier", null);
        };
        assertThat(report(told("payment"))).isEqualTo(new Fate.Dead("dossier.not-found", "no such dossier"));
        observer = data -> {
            throw new DataAccessResourceFailureException("gone");
        };
        assertThat(report(told("payment"))).isEqualTo(new Fate.Later("hub.unavailable"));
    }

    @Test
    void whatIsOnlyInTheWayForNowWaits() {
        for (var meanwhile : List.of("request.in-progress", "file.quarantined")) {
            observer = data -> {
                throw new SubmissionRefused(meanwhile, 409, "not yet", null);
            };
            assertThat(report(told("payment"))).isEqualTo(new Fate.Later(meanwhile));
        }
    }
}
