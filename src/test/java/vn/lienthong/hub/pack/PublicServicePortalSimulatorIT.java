package vn.lienthong.hub.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.json.Json;

/** The simulated portal has the manners of the real one. */
class PublicServicePortalSimulatorIT {
    private static final Instant START = Instant.parse("2025-08-12T02:15:00Z");
    private static final String CODE = "H24.129-250812-0035";
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(START);
    private static SimulatedSystem portal;

    private String session = "";

    @BeforeAll
    static void start() {
        portal = new SimulatedSystem("public-service-portal", "dstcode", NOW::get);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void logIn() throws Exception {
        NOW.set(START);
        portal.reset();
        session = portal.post("/login", portal.example("login.request/account"))
                .path("session")
                .asText();
    }

    static List<String> requests() {
        return Example.all(Path.of("integration")).stream()
                .filter(example -> example.system().equals("public-service-portal"))
                .filter(example -> example.mapping().endsWith(".request")
                        && !example.mapping().startsWith("login"))
                .map(example -> example.mapping() + "/" + example.name())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void understandsWhatTheMappingsMake(String example) throws Exception {
        if (!example.startsWith("register")) {
            call("register.request/counter");
        }
        assertThat(isAccepted(call(example))).isTrue();
    }

    @Test
    void saysSuccessInThreeForms() throws Exception {
        var forms = List.of(
                call("register.request/counter").path("error_code"),
                call("update.request/fee-due").path("error_code"),
                call("update.request/fee-due").path("error_code"));
        assertThat(forms.toString()).contains("0").contains("\"0\"").contains("\"00\"");
    }

    @Test
    void refusesASecondInsertAndAnUpdateOfTheUnknown() throws Exception {
        assertThat(call("update.request/fee-due").path("message").asText()).contains("không tồn tại");
        assertThat(call("progress.request/two-in-one-call").path("message").asText())
                .contains("không tồn tại");
        call("register.request/counter");
        assertThat(call("register.request/counter").path("message").asText()).contains("đã tồn tại");
    }

    @Test
    void takesProgressInAnyOrderAndShowsTheLastStatus() throws Exception {
        call("register.request/counter");
        call("progress.request/after-result-signed");
        call("progress.request/late-step-keeps-its-own-status");

        var found = call("probe.request/own-code").path("result").path(0);
        assertThat(found.path("TrangThaiHoSo").asText()).isEqualTo("9");
        assertThat(found.path("TienDo")).hasSize(2);
    }

    @Test
    void endsASessionAfterItsCallsAndAfterItsMinutes() throws Exception {
        NOW.set(START.plusSeconds(31 * 60));
        assertThat(call("probe.request/own-code").path("message").asText()).contains("Phiên đăng nhập");

        logIn();
        portal.simulator.fault("session-expires-after", Map.of("calls", 1));
        assertThat(isAccepted(call("probe.request/own-code"))).isTrue();
        assertThat(call("probe.request/own-code").path("message").asText()).contains("Phiên đăng nhập");
    }

    @Test
    void refusesAWrongLogin() throws Exception {
        portal.simulator.fault("wrong-login");
        var answer = portal.post("/login", portal.example("login.request/account"));
        assertThat(isAccepted(answer)).isFalse();
        assertThat(answer.has("session")).isFalse();
    }

    @Test
    void refusesWithWordsOfSuccess() throws Exception {
        portal.simulator.fault("refuse-dossier", Map.of("dossiers", List.of(CODE)));
        var refused = call("register.request/counter");
        assertThat(refused.path("error_code").asText()).isEqualTo("3");
        assertThat(refused.path("message").asText()).contains("thành công");
        assertThat(isAccepted(call("register.request/online-with-papers"))).isTrue();
    }

    @Test
    void storesItsOwnReceptionWhenSwitchedSo() throws Exception {
        portal.simulator.fault("restamp", Map.of("dossiers", List.of(CODE)));
        NOW.set(START.plusSeconds(600));
        call("register.request/counter");
        assertThat(stored().path("NgayTiepNhan").asText()).isEqualTo("20250812092500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "drop-before", "html-error-page", "x-road-fault"})
    void storesNothingWhenTheFaultComesFirst(String fault) throws Exception {
        portal.simulator.fault(fault);
        try {
            assertThat(send("register.request/counter").body()).doesNotContain("error_code");
        } catch (IOException expectedOfABrokenConnection) {
            assertThat(fault).startsWith("drop");
        }
        assertThat(stored().isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop-after-commit", "cut-reply", "junk-before-json"})
    void hasStoredWhatItsAnswerDoesNotTell(String fault) throws Exception {
        portal.simulator.fault(fault, Map.of("dossiers", List.of(CODE)));
        assertThatThrownBy(() -> call("register.request/counter")).isInstanceOf(IOException.class);
        assertThat(stored().path("SoLanDongBo").asInt()).isEqualTo(1);
        assertThat(call("probe.request/own-code").path("result")).hasSize(1);
    }

    @Test
    void hasStoredWhatItAnswersTooLate() {
        portal.simulator.fault("timeout-after-commit");
        assertThatThrownBy(() -> call("register.request/counter")).isInstanceOf(HttpTimeoutException.class);
        assertThat(stored().path("SoLanDongBo").asInt()).isEqualTo(1);
    }

    @Test
    void tellsAFaultOfThePlatformByItsHeader() throws Exception {
        portal.simulator.fault("x-road-fault", Map.of("status", 500));
        var answer = send("register.request/counter");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("X-Road-Error")).contains("Server.ServerProxy.NetworkError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"after-result-signed", "after-result-returned", "after-refused"})
    void countsADossierOnTimeByItsProgress(String end) throws Exception {
        call("register.request/counter");
        assertThat(report().path("quaHan").asInt()).as("unfinished").isEqualTo(1);
        call("progress.request/" + end);
        assertThat(report().path("quaHan").asInt()).isZero();
    }

    @Test
    void takesTheTimeOfOneSupplementOffAndCountsTwoAsOverdue() throws Exception {
        call("register.request/counter");
        var late = portal.example("progress.request/after-result-signed");
        ((ObjectNode) late.at("/data/0")).put("ThoiDiemXuLy", "20250813140000"); // due on the 12th at 17:00
        call(late);
        assertThat(report().path("quaHan").asInt()).isEqualTo(1);

        var update = portal.example("update.request/supplement-supplied"); // 21.5 hours of waiting
        call(update);
        assertThat(report().path("quaHan").asInt()).isZero();

        var supplements = update.at("/data/0/DanhSachHoSoBoSung");
        ((com.fasterxml.jackson.databind.node.ArrayNode) supplements).add(supplements.path(0));
        call(update);
        assertThat(report().path("quaHan").asInt()).isEqualTo(1);
    }

    private JsonNode report() throws Exception {
        return portal.get("/bao-cao/dung-han?tu=20250701000000&den=20250915235959");
    }

    private static boolean isAccepted(JsonNode answer) {
        return answer.path("error_code").asText().matches("0+");
    }

    private static JsonNode stored() {
        return portal.simulator.state("dossiers").path(CODE);
    }

    private JsonNode call(String example) throws Exception {
        return Json.MAPPER.readTree(send(example).body());
    }

    private void call(ObjectNode request) throws Exception {
        assertThat(isAccepted(portal.post("/dvcqg", request.put("session", session))))
                .isTrue();
    }

    private java.net.http.HttpResponse<String> send(String example) throws Exception {
        return portal.call("POST", "/dvcqg", Json.text(portal.example(example).put("session", session)));
    }
}
