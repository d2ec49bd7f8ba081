package vn.lienthong.hub.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.json.Json;

/** The simulated certification system has its own clock, and restarts it when switched so. */
class ECertificationSimulatorIT {
    private static final String CODE = "H24.129-250812-0101";
    private static final Instant NOW = Instant.parse("2025-08-14T02:00:00Z");
    private static SimulatedSystem certification;

    @BeforeAll
    static void start() {
        certification = new SimulatedSystem("e-certification", "X-Api-Key", InstantSource.fixed(NOW));
    }

    @AfterAll
    static void stop() {
        certification.close();
    }

    @BeforeEach
    void reset() {
        certification.reset();
    }

    static List<String> requests() {
        return Example.all(Path.of("integration")).stream()
                .filter(example -> example.system().equals("e-certification"))
                .filter(example -> example.mapping().equals("sync.request"))
                .map(example -> "sync.request/" + example.name())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void understandsWhatTheMappingsMake(String example) throws Exception {
        assertThat(sync(certification.example(example)).path("ma").asText()).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "12/08/2025 14:59:59, 12/08/2025 17:00:00",
        "12/08/2025 15:00:00, 13/08/2025 17:00:00",
        "15/08/2025 15:00:00, 18/08/2025 17:00:00", // a Friday
        "16/08/2025 08:00:00, 18/08/2025 17:00:00", // a Saturday
        "29/08/2025 15:30:00, 03/09/2025 17:00:00", // before the National Day
    })
    void isDueOnTheSameDayOrAfterThreeOnTheNext(String received, String due) throws Exception {
        var answer = sync(certification.example("sync.request/registered").put("ngayTiepNhan", received));
        assertThat(answer.path("ngayTiepNhanLuu").asText()).isEqualTo(received);
        assertThat(answer.path("hanTraLuu").asText()).isEqualTo(due);
    }

    @Test
    void hasNoSecondEffectOfARepeatedMessage() throws Exception {
        sync("registered");
        var stored = stored();
        sync("registered");
        assertThat(stored()).isEqualTo(stored);
        assertThat(certification.get("/api/hoso/" + CODE).path("banTin")).hasSize(1);
    }

    @Test
    void keepsTheTrueReceptionByDefault() throws Exception {
        sync("registered");
        sync("paper-signed");
        assertThat(overdue()).isZero();
        assertThat(stored().path("ngayTiepNhanLuu").asText()).isEqualTo("2025-08-12T09:15:00+07:00");
    }

    @Test
    void restartsTheClockOfAFinishedDossierOnceAndShowsItOverdue() throws Exception {
        certification.simulator.fault("restamp", Map.of("dossiers", List.of(CODE), "clock", "message"));
        sync("registered");
        assertThat(stored().path("ngayTiepNhanLuu").asText()).isEqualTo("2025-08-12T09:15:00+07:00");

        assertThat(sync("paper-signed").path("ngayTiepNhanLuu").asText()).isEqualTo("12/08/2025 14:01:00");
        sync("returned"); // at 15:10, which would be due a day later
        assertThat(stored().path("hanTraLuu").asText()).isEqualTo("2025-08-12T17:00:00+07:00");
        assertThat(overdue()).isEqualTo(1);
    }

    @Test
    void restartsTheClockInItsOwnTime() throws Exception {
        certification.simulator.fault("restamp", Map.of("all", true, "clock", "now"));
        assertThat(sync("paper-signed").path("ngayTiepNhanLuu").asText()).isEqualTo("14/08/2025 09:00:00");
    }

    @Test
    void endsAnElectronicProcessWithAnElectronicCopy() throws Exception {
        certification.simulator.fault("restamp", Map.of("all", true, "clock", "message"));
        sync("paper-signed");
        sync(certification.example("sync.request/electronic-copy-signed").put("idBanTin", "another"));
        assertThat(overdue()).isZero();
    }

    @Test
    void listsByTheDayItStored() throws Exception {
        sync("registered");
        assertThat(certification.get("/api/hoso?tu=2025-08-12&den=2025-08-12").path("hoSo"))
                .hasSize(1);
        assertThat(certification.get("/api/hoso?tu=2025-08-13&den=2025-08-14").path("hoSo"))
                .isEmpty();
    }

    @Test
    void takesBackWhatItStartedByMistakeWhenSetRight() throws Exception {
        certification.simulator.fault("restamp", Map.of("all", true, "clock", "message"));
        sync("registered");
        sync("paper-signed");
        assertThat(overdue()).isEqualTo(1);
        assertThat(correct().path("ngayTiepNhanLuu").asText()).isEqualTo("12/08/2025 09:15:00");
        assertThat(overdue()).isZero();
        assertThat(stored().has("quyTrinhDienTu")).isFalse();

        sync("returned");
        assertThat(stored().path("ngayTiepNhanLuu").asText()).isEqualTo("2025-08-12T09:15:00+07:00");
        assertThat(overdue()).isZero();
    }

    @Test
    void changesNothingWhenItRefusesOrIgnoresACorrection() throws Exception {
        certification.simulator.fault("restamp", Map.of("all", true, "clock", "message"));
        sync("paper-signed");
        var before = stored();
        certification.simulator.fault("ignore-corrections");
        assertThat(correct().path("ma").asText()).isEqualTo("0");
        certification.simulator.fault("refuse-corrections");
        assertThat(correct().path("ma").asText()).isEqualTo("TU_CHOI");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void setsNothingRightThatItDoesNotHave() throws Exception {
        assertThat(correct().path("ma").asText()).isEqualTo("KHONG_CO");
        assertThat(certification.call("GET", "/api/hoso", "").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        assertThat(certification.call("GET", "/api/hoso/" + CODE, "").statusCode())
                .isEqualTo(404);
        assertThat(certification.call("POST", "/api/hoso/dong-bo", "{}").statusCode())
                .isEqualTo(400);
        certification.simulator.fault("wrong-key");
        assertThat(certification.call("GET", "/api/hoso/" + CODE, "").statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop-after-commit", "cut-reply", "junk-before-json"})
    void hasStoredWhatItsAnswerDoesNotTell(String fault) throws Exception {
        certification.simulator.fault(fault);
        assertThatThrownBy(() -> sync("registered")).isInstanceOf(IOException.class);
        assertThat(certification.get("/api/hoso/" + CODE).path("ma").asText()).isEqualTo("0");
    }

    private static JsonNode sync(String example) throws Exception {
        return sync(certification.example("sync.request/" + example));
    }

    private static JsonNode sync(ObjectNode message) throws Exception {
        return certification.post("/api/hoso/dong-bo", message);
    }

    private static JsonNode correct() throws Exception {
        var body = Json.text(certification.example("correct.request/restamped-reception"));
        return Json.MAPPER.readTree(certification
                .call("PUT", "/api/hoso/" + CODE + "/thoi-gian", body)
                .body());
    }

    private static JsonNode stored() {
        return certification.simulator.state("hoSo").path(CODE);
    }

    private static int overdue() throws Exception {
        return certification
                .get("/bao-cao/qua-han?den=20250915235959")
                .path("quaHan")
                .asInt();
    }
}
