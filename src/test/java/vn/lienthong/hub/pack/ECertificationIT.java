package vn.lienthong.hub.pack;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.json.Json;

/** The pack of the certification system, from the canonical message to the outcome. */
class ECertificationIT {
    private static final String CODE = "H24.129-250812-0101";
    private static SimulatedSystem certification;
    private static RunningPacks packs;
    private static SystemCard card;

    @BeforeAll
    static void start(@TempDir Path home) throws Exception {
        certification = new SimulatedSystem("e-certification", "X-Api-Key", InstantSource.system());
        packs = new RunningPacks(
                home,
                List.of("e-certification"),
                Map.of(
                        "HUB_SYSTEMS_E_CERTIFICATION_URL", certification.simulator.url(),
                        "HUB_SYSTEMS_E_CERTIFICATION_TIMEOUT", "2s",
                        "ECERT_KEY", "sample-key"),
                context -> {});
        card = packs.card("e-certification");
    }

    @AfterAll
    static void stop() {
        packs.close();
        certification.close();
    }

    @BeforeEach
    void reset() {
        certification.reset();
    }

    @Test
    void showsTheTrueReceptionWhileTheSystemKeepsIt() throws Exception {
        for (var entry : List.of("registered", "paper-signed", "returned")) {
            assertThat(receivedAt(send(entry))).as(entry).isEqualTo("2025-08-12T09:15:00+07:00");
        }
    }

    @Test
    void showsARestartedClockInTheAnswerAndInTheProbe() throws Exception {
        send("registered");
        certification.simulator.fault("restamp", Map.of("dossiers", List.of(CODE), "clock", "message"));
        assertThat(receivedAt(send("paper-signed"))).isEqualTo("2025-08-12T14:01:00+07:00");
        assertThat(receivedAt(probe("paper-signed"))).isEqualTo("2025-08-12T14:01:00+07:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop-after-commit", "timeout-after-commit", "cut-reply"})
    void findsByAProbeWhatAnUncertainCallHasDone(String fault) throws Exception {
        assertThat(probe("registered")).isInstanceOf(Outcome.Absent.class);
        certification.simulator.fault(fault);
        assertThat(send("registered")).isInstanceOf(Outcome.Uncertain.class);
        assertThat(probe("registered")).isInstanceOf(Outcome.Acknowledged.class);
        assertThat(probe("paper-signed")).isInstanceOf(Outcome.Absent.class);
    }

    @Test
    void isRefusedOrHeldUpAsTheSystemSays() throws Exception {
        certification.simulator.fault("refuse-all");
        assertThat(send("registered")).isInstanceOf(Outcome.Refused.class);
        certification.simulator.fault("wrong-key");
        assertThat(send("registered")).isInstanceOf(Outcome.Unreachable.class);
        certification.simulator.fault("down");
        assertThat(send("registered")).isInstanceOf(Outcome.Unreachable.class);
    }

    private static String receivedAt(Outcome outcome) {
        var stored = ((Outcome.Acknowledged) outcome).storedTimes();
        return stored == null ? "" : stored.path("receivedAt").asText();
    }

    private static Outcome send(String example) throws Exception {
        return packs.connector().send(card, message(example), headers());
    }

    private static Outcome probe(String example) throws Exception {
        return packs.connector().probe(card, message(example), headers());
    }

    private static Map<String, Object> headers() {
        return Map.of("operation", "sync", "dossier", CODE);
    }

    private static ObjectNode message(String example) throws Exception {
        var file = Path.of("integration/e-certification/examples/sync.request", example + ".in.json");
        return (ObjectNode) Json.parse(Files.readAllBytes(file));
    }
}
