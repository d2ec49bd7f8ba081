package vn.lienthong.hub.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.live.Tree;

/** The pack of the portal, from the canonical message to the outcome. */
class PublicServicePortalIT {
    private static final String CODE = "H24.129-250812-0035";
    private static SimulatedSystem portal;
    private static RunningPacks packs;
    private static SystemCard card;

    @BeforeAll
    static void start() throws Exception {
        portal = new SimulatedSystem("public-service-portal", "dstcode", InstantSource.system());
        packs = new RunningPacks(
                Tree.in(Path.of("")),
                List.of("public-service-portal"),
                Map.of(
                        "HUB_SYSTEMS_PUBLIC_SERVICE_PORTAL_URL", portal.simulator.url(),
                        "HUB_SYSTEMS_PUBLIC_SERVICE_PORTAL_TIMEOUT", "2s",
                        "PSP_USERNAME", "sample-user",
                        "PSP_PASSWORD", "sample-password"),
                context -> {});
        card = packs.card("public-service-portal");
    }

    @AfterAll
    static void stop() {
        packs.close();
        portal.close();
    }

    @BeforeEach
    void reset() {
        portal.reset();
    }

    @Test
    void carriesADossierFromReceptionToItsReturn() throws Exception {
        assertThat(send("register.request/counter").word()).isEqualTo("acknowledged");
        for (var entry : List.of("supplement-asked", "fee-due", "result-signed", "result-returned")) {
            assertThat(send("update.request/" + entry).word()).as(entry).isEqualTo("acknowledged");
        }
        assertThat(stored().path("TrangThaiHoSo").asText()).isEqualTo("10");
        assertThat(stored().path("TienDo")).hasSize(4);
        assertThat(stored().path("SoLanDongBo").asInt()).isEqualTo(5);
    }

    @Test
    void reportsStepsOfSeveralDossiersInOneCall() throws Exception {
        send("register.request/counter");
        assertThat(send("progress.request/two-in-one-call").word()).isEqualTo("acknowledged");
        assertThat(stored().path("TienDo")).hasSize(2);
    }

    @Test
    void updatesADossierThatThePortalHasAlready() throws Exception {
        portal.simulator.store("dossiers", CODE, Map.of("MaHoSo", CODE, "SoLanDongBo", 1, "TienDo", List.of()));
        assertThat(send("register.request/counter").word()).isEqualTo("acknowledged");
        assertThat(stored().path("ChuHoSo").asText()).isEqualTo("Nguyễn Văn Mẫu");
    }

    @Test
    void reportsNoProgressOfAnUpdateThatWasRefused() throws Exception {
        assertThat(send("update.request/result-signed")).isInstanceOf(Outcome.Refused.class);
        send("register.request/counter");
        portal.simulator.fault("refuse-all");
        assertThat(send("update.request/result-signed")).isInstanceOf(Outcome.Refused.class);
        assertThat(stored().path("TienDo")).isEmpty();
    }

    @Test
    void logsInAnewWhenTheSessionHasEnded() throws Exception {
        send("register.request/counter");
        portal.simulator.fault("session-expires-after", Map.of("calls", 1));
        assertThat(send("progress.request/two-in-one-call").word()).isEqualTo("acknowledged");
        assertThat(stored().path("TienDo")).hasSize(2);
    }

    @Test
    void sendsNothingWithoutASession() throws Exception {
        portal.simulator.fault("wrong-login");
        assertThat(send("register.request/counter")).isInstanceOf(Outcome.Unreachable.class);
        assertThat(stored().isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop-after-commit", "timeout-after-commit", "cut-reply", "junk-before-json"})
    void findsByAProbeWhatAnUncertainCallHasDone(String fault) throws Exception {
        portal.simulator.fault(fault);
        assertThat(send("register.request/counter")).isInstanceOf(Outcome.Uncertain.class);
        assertThat(probe("register.request/counter")).isInstanceOf(Outcome.Acknowledged.class);

        portal.simulator.calm();
        assertThat(probe("update.request/result-signed")).isInstanceOf(Outcome.Absent.class);
        send("update.request/result-signed");
        assertThat(probe("update.request/result-signed")).isInstanceOf(Outcome.Acknowledged.class);
        assertThat(stored().path("SoLanDongBo").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"down, unreachable", "html-error-page, uncertain", "drop-before, uncertain", "x-road-fault, unreachable"
    })
    void tellsWhatAFaultLeavesOpen(String fault, String outcome) throws Exception {
        send("register.request/counter");
        portal.simulator.fault(fault);
        assertThat(send("update.request/result-signed").word()).isEqualTo(outcome);
        portal.simulator.calm();
        assertThat(probe("update.request/result-signed")).isInstanceOf(Outcome.Absent.class);
    }

    @Test
    void showsTheTimesThatThePortalStored() throws Exception {
        portal.simulator.fault("restamp");
        send("register.request/counter");
        var found = (Outcome.Acknowledged) probe("register.request/counter");
        assertThat(found.storedTimes().path("receivedAt").asText()).doesNotStartWith("2025-08-12");
        assertThat(found.storedTimes().path("dueAt").asText()).isEqualTo("2025-08-12T17:00:00+07:00");
    }

    private static JsonNode stored() {
        return portal.simulator.state("dossiers").path(CODE);
    }

    private static Outcome send(String example) throws Exception {
        return packs.connector().send(card, message(example), headers(example));
    }

    private static Outcome probe(String example) throws Exception {
        return packs.connector().probe(card, message(example), headers(example));
    }

    private static Map<String, Object> headers(String example) {
        return Map.of("operation", example.substring(0, example.indexOf('.')), "dossier", CODE);
    }

    private static ObjectNode message(String example) throws Exception {
        var file = Path.of("integration/public-service-portal/examples", example + ".in.json");
        return (ObjectNode) Json.parse(Files.readAllBytes(file));
    }
}
