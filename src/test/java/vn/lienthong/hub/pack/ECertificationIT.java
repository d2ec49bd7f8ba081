package vn.lienthong.hub.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.live.Tree;

/** The pack of the certification system, from the canonical message to the outcome. */
class ECertificationIT {
    private static final String CODE = "H24.129-250812-0101";
    private static final String TRUE_TIME = "2025-08-12T09:15:00+07:00";
    private static SimulatedSystem certification;
    private static RunningPacks packs;
    private static SystemCard card;

    @BeforeAll
    static void start() throws Exception {
        certification = new SimulatedSystem("e-certification", "X-Api-Key", InstantSource.system());
        packs = new RunningPacks(
                Tree.in(Path.of("")),
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
            assertThat(receivedAt(send(entry))).as(entry).isEqualTo(TRUE_TIME);
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

    @Test
    void listsWhatTheSystemHasOfATimeWithARestartedClock() throws Exception {
        send("registered");
        certification.simulator.fault("restamp", Map.of("dossiers", List.of(CODE), "clock", "message"));
        send("paper-signed");
        var records = list(null).path("records");
        assertThat(records).hasSize(1);
        assertThat(records.path(0).path("code").asText()).isEqualTo(CODE);
        assertThat(records.path(0).path("procedure").asText()).isEqualTo("2.000815");
        assertThat(records.path(0).path("status").asText()).isEqualTo("signed");
        assertThat(records.path(0).path("receivedAt").asText()).isEqualTo("2025-08-12T14:01:00+07:00");
    }

    @Test
    void readsPageAfterPage() {
        for (int i = 0; i < 501; i++) {
            var code = "H24.129-250812-%04d".formatted(i);
            certification.simulator.store(
                    "hoSo", code, Map.of("maHoSo", code, "ngayTiepNhanLuu", TRUE_TIME, "trangThai", "DA_TRA"));
        }
        assertThat(list(null).path("records")).hasSize(500);
        assertThat(list(null).path("next").asText()).isEqualTo("2");
        assertThat(list("2").path("records")).hasSize(1);
        assertThat(list("2").has("next")).isFalse();
    }

    @Test
    void setsARestartedClockRightForGood() throws Exception {
        restamped();
        assertThat(receivedAt(correct())).isEqualTo(TRUE_TIME);
        assertThat(receivedAt(probe("correct.request/restamped-reception"))).isEqualTo(TRUE_TIME);
        assertThat(receivedAt(send("returned"))).isEqualTo(TRUE_TIME); // the switch is still on
        assertThat(list(null).at("/records/0/receivedAt").asText()).isEqualTo(TRUE_TIME);
    }

    @Test
    void doesNotTakeACorrectionForMadeThatChangedNothing() throws Exception {
        restamped();
        certification.simulator.fault("ignore-corrections");
        var answered = correct();
        assertThat(answered).isInstanceOf(Outcome.Acknowledged.class);
        assertThat(receivedAt(answered)).isEqualTo("2025-08-12T14:01:00+07:00");
    }

    @Test
    void isToldWhyACorrectionWasRefused() throws Exception {
        restamped();
        certification.simulator.fault("refuse-corrections");
        assertThat(correct()).isInstanceOf(Outcome.Refused.class);
        assertThat(correct().text()).contains("không đính chính được");
        assertThat(receivedAt(probe("paper-signed"))).isEqualTo("2025-08-12T14:01:00+07:00");
    }

    private static void restamped() throws Exception {
        send("registered");
        certification.simulator.fault("restamp", Map.of("dossiers", List.of(CODE), "clock", "message"));
        send("paper-signed");
    }

    private static Outcome correct() throws Exception {
        return packs.connector()
                .send(
                        card,
                        message("correct.request/restamped-reception"),
                        Map.of("operation", "correct", "dossier", CODE));
    }

    private static JsonNode list(@Nullable String page) {
        var question = Json.MAPPER
                .createObjectNode()
                .put("from", "2025-07-01T00:00:00+07:00")
                .put("until", "2025-09-15T00:00:00+07:00");
        if (page != null) {
            question.put("page", page);
        }
        return ((Outcome.Acknowledged) packs.connector().ask(card, "list", question)).answer();
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
        var path = example.contains("/") ? example : "sync.request/" + example;
        var file = Path.of("integration/e-certification/examples", path + ".in.json");
        return (ObjectNode) Json.parse(Files.readAllBytes(file));
    }
}
