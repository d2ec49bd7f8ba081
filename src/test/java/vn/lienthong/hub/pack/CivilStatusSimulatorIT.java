package vn.lienthong.hub.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.json.Json;

/** The simulated register is as strict as the real one, also towards what the hub never sends. */
class CivilStatusSimulatorIT {
    private static final Instant NOW = Instant.parse("2025-08-12T02:15:00Z");
    private static final String REGISTER = "/hotich/1.0/dangKyHoTich";
    private static final String LIST = "/hotich/1.0/dsHoSoDangKy";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static SimulatedSystem register;

    @BeforeAll
    static void start() {
        register = new SimulatedSystem("civil-status", "Accept", InstantSource.fixed(NOW));
    }

    @AfterAll
    static void stop() {
        register.close();
        HTTP.close();
    }

    @BeforeEach
    void giveAToken() {
        register.reset();
        register.simulator.store("tokens", "sample", Map.of("at", NOW.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "ngayTiepNhan, 2025-08-12T09:15:00+07:00, 302",
        "ngayTiepNhan, 12/08/2025, 302",
        "ngayTiepNhan, '2025-08-12 ', 302",
        "ngayTiepNhan, '', 200",
        "module, LTKS, 302",
        "maHoSo, 35, 302",
        "maDonVi, 99999, 106",
        "data, <hotich/>, 302",
        "data, <!DOCTYPE hotich []><hotich><hoso></hoso></hotich>, 302",
        "data, <hotich><hoso><!DOCTYPE hotich []></hoso></hotich>, 302"
    })
    void refusesWhatTheGuideDoesNotAllow(String field, String value, int code) throws Exception {
        var answer = json(post(REGISTER, registration().put(field, value)));
        assertThat(answer.path("state").asInt()).isZero();
        assertThat(answer.path("errorCode").asInt()).isEqualTo(code);
        assertNothingIsStored();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<hotich><hoso><a></hoso></hotich>", "<hotich><hoso>&own;</hoso></hotich>"})
    void breaksOnXmlThatCannotBeRead(String data) throws Exception {
        assertThat(post(REGISTER, registration().put("data", data)).statusCode())
                .isEqualTo(500);
        assertNothingIsStored();
    }

    @Test
    void tellsMistakesOfTheFormInOneTextWithoutLineEndsAndEchoesTheInput() throws Exception {
        var data = "<hotich><hoso><nksDanToc>01</nksDanToc><meSoDDCN>0301900000000</meSoDDCN>"
                + "<meLoaiGiayToTuyThan>1</meLoaiGiayToTuyThan></hoso></hotich>";
        var answer = json(post(REGISTER, registration().put("data", data)));
        assertThat(answer.path("status").asInt()).isEqualTo(500);
        assertThat(answer.path("errors").asText())
                .isEqualTo("nksDanToc không tồn tạinmeSoDDCN có độ dài vượt quá 12 ký tựn"
                        + "meLoaiGiayToTuyThan không tồn tại");
        assertThat(answer.at("/inputSend/ngayTiepNhan").asText()).isEqualTo("12/08/2025 ");
        assertThat(answer.at("/inputSend/maHoSoLT").asText()).isEqualTo("KS");
        assertNothingIsStored();
    }

    @Test
    void leavesTheBlankOffWhenSwitchedSo() throws Exception {
        register.simulator.fault("trailing-blanks", false);
        register.simulator.fault("refuse-dossier");
        assertThat(json(post(REGISTER, registration()))
                        .at("/inputSend/ngayTiepNhan")
                        .asText())
                .isEqualTo("12/08/2025");
    }

    @ParameterizedTest
    @ValueSource(strings = {REGISTER, LIST, "/hotich/1.0/traTrangThaiHoSo"})
    void letsNobodyInWithoutAToken(String path) throws Exception {
        register.simulator.forget();
        var answer = post(path, registration());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).at("/fault/code").asInt()).isEqualTo(900901);
        assertNothingIsStored();
    }

    @Test
    void knowsADossierOnlyUnderItsOwnUnit() throws Exception {
        post(REGISTER, registration());
        var question = registration().retain("maHoSo", "maDonVi");
        assertThat(json(post("/hotich/1.0/traTrangThaiHoSo", question))
                        .at("/value/ngayTiepNhan")
                        .asText())
                .isEqualTo("12/08/2025 ");
        assertThat(json(post("/hotich/1.0/traTrangThaiHoSo", question.put("maDonVi", 11113)))
                        .path("errorCode")
                        .asInt())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"KS, 2025-08-12, 1", "KT, 2025-08-12, 0", "KS, 2025-08-13, 0"})
    void listsByModuleAndDay(String module, String day, int count) throws Exception {
        post(REGISTER, registration());
        var answer = json(post(LIST, question(module, day)));
        assertThat(answer.path("state").asInt()).isEqualTo(1);
        assertThat(answer.path("value")).hasSize(count);
    }

    @Test
    void listsWhatMovedUnderTheDayOfTheMove() throws Exception {
        post(REGISTER, registration().put("ngayTiepNhan", "2025-08-11"));
        register.simulator.fault("advance");
        post("/hotich/1.0/traTrangThaiHoSo", registration().retain("maHoSo", "maDonVi"));
        assertThat(json(post(LIST, question("KS", "2025-08-11"))).path("value")).isEmpty();
        assertThat(json(post(LIST, question("KS", "2025-08-12")))
                        .at("/value/0/ngayTiepNhan")
                        .asText())
                .isEqualTo("11/08/2025 ");
    }

    @Test
    void refusesADayInAnotherForm() throws Exception {
        assertThat(json(post(LIST, question("KS", "12/08/2025")))
                        .path("errorCode")
                        .asInt())
                .isEqualTo(302);
    }

    private static ObjectNode question(String module, String day) {
        return Json.MAPPER.createObjectNode().put("module", module).put("ngayCapNhat", day);
    }

    private static void assertNothingIsStored() {
        assertThat(register.simulator.state("hoSo")).isEmpty();
    }

    private static ObjectNode registration() throws IOException {
        return register.example("register.request/birth");
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return Json.MAPPER.readTree(response.body());
    }

    private static HttpResponse<String> post(String path, JsonNode body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(register.simulator.url() + path))
                .header("Authorization", "Bearer sample")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.text(body)))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
