package vn.lienthong.hub.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.live.Tree;

/** The pack of the civil status register, from the canonical message to the outcome. */
class CivilStatusIT {
    private static final Instant START = Instant.parse("2025-08-12T02:15:00Z");
    private static final String CODE = "H24.129-250812-0035";
    private static final String THIRTEEN_DIGITS = "thirteen-digit-number-goes-as-it-is";
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(START);
    private static SimulatedSystem register;
    private static RunningPacks packs;
    private static SystemCard card;

    @BeforeAll
    static void start() throws Exception {
        register = new SimulatedSystem("civil-status", "Accept", NOW::get);
        packs = new RunningPacks(
                Tree.in(Path.of("")),
                List.of("civil-status"),
                Map.of(
                        "HUB_SYSTEMS_CIVIL_STATUS_URL", register.simulator.url(),
                        "HUB_SYSTEMS_CIVIL_STATUS_TIMEOUT", "2s",
                        "CIVIL_STATUS_KEY", "sample-key",
                        "CIVIL_STATUS_SECRET", "sample-secret"),
                context -> {});
        card = packs.card("civil-status");
    }

    @AfterAll
    static void stop() {
        packs.close();
        register.close();
    }

    @BeforeEach
    void reset() throws Exception {
        NOW.set(START);
        register.reset();
        probe(); // logs in
    }

    static List<String> registrations() {
        return Example.all(Path.of("integration")).stream()
                .filter(example -> example.system().equals("civil-status"))
                .filter(example -> example.mapping().equals("register.request"))
                .map(Example::name)
                .filter(name -> !name.equals(THIRTEEN_DIGITS))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("registrations")
    void takesWhatTheMappingsMake(String example) throws Exception {
        assertThat(send(example).word()).isEqualTo("acknowledged");
        assertThat(written()).isEqualTo(1);
    }

    @Test
    void keepsTheDayOfReceptionAndNotItsTime() throws Exception {
        send("birth");
        assertThat(stored().path("ngayTiepNhan").asText()).isEqualTo("2025-08-12");
        assertThat(storedTimes().path("receivedAt").asText()).isEqualTo("2025-08-12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"envelope", "problem"})
    void takesARepeatedRegistrationForDone(String form) throws Exception {
        register.simulator.fault("duplicate-text", Map.of("form", form));
        send("birth");
        var again = send("birth");
        assertThat(again.word()).isEqualTo("acknowledged");
        assertThat(again.text()).contains("đã được tiếp nhận");
        assertThat(written()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"drop-after-commit", "timeout-after-commit", "cut-reply", "junk-before-json", "internal-error"})
    void findsByAProbeWhatAnUncertainCallHasDone(String fault) throws Exception {
        assertThat(probe()).isInstanceOf(Outcome.Absent.class);
        register.simulator.fault(fault);
        assertThat(send("birth")).isInstanceOf(Outcome.Uncertain.class);
        assertThat(probe()).isInstanceOf(Outcome.Acknowledged.class);
        assertThat(written()).isEqualTo(1);
    }

    @Test
    void sendsAgainWithoutASecondEffectWhatDoesNotShowYet() throws Exception {
        register.simulator.fault("visible-after", Map.of("asks", 1));
        register.simulator.fault("drop-after-commit");
        send("birth");
        register.simulator.fault("drop-after-commit", false);

        assertThat(probe()).isInstanceOf(Outcome.Absent.class);
        assertThat(send("birth")).isInstanceOf(Outcome.Acknowledged.class);
        assertThat(probe()).isInstanceOf(Outcome.Acknowledged.class);
        assertThat(written()).isEqualTo(1);
    }

    @Test
    void showsARegistrationHoursLater() throws Exception {
        register.simulator.fault("visible-after", Map.of("minutes", 180));
        send("birth");
        register.simulator.fault("token-expires", false);
        NOW.set(START.plusSeconds(179 * 60));
        assertThat(probe()).isInstanceOf(Outcome.Absent.class);
        NOW.set(START.plusSeconds(180 * 60));
        assertThat(probe()).isInstanceOf(Outcome.Acknowledged.class);
    }

    @Test
    void followsTheStatusStepByStep() throws Exception {
        register.simulator.fault("advance", Map.of("dossiers", List.of(CODE)));
        send("birth");
        var seen = new ArrayList<String>();
        for (int ask = 0; ask < 5; ask++) {
            seen.add(storedTimes().path("status").asText());
        }
        assertThat(seen).containsExactly("waiting", "supplement-needed", "eligible", "registered", "registered");
    }

    @Test
    void knowsARegistrationThatTheRegistrarRefused() throws Exception {
        send("birth");
        register.simulator.fault("refuse-on-poll");
        assertThat(storedTimes().path("status").asText()).isEqualTo("refused");
    }

    @Test
    void takesAnErrorOfTheStatusForNoAnswer() throws Exception {
        send("birth");
        register.simulator.fault("status-error");
        assertThat(probe()).isInstanceOf(Outcome.Uncertain.class);
    }

    @Test
    void refusesANumberOfThirteenDigitsInWordsThatAPersonCanRead() throws Exception {
        var refused = send(THIRTEEN_DIGITS);
        assertThat(refused).isInstanceOf(Outcome.Refused.class);
        assertThat(refused.text()).isEqualTo("Có lỗi xảy ra. chaSoDDCN có độ dài vượt quá 12 ký tự");
        assertThat(written()).isZero();
    }

    @Test
    void partsErrorsThatCameGlued() throws Exception {
        register.simulator.fault("refuse-dossier", Map.of("dossiers", List.of(CODE)));
        assertThat(send("birth").text())
                .isEqualTo("Có lỗi xảy ra. cbsSoDDCN có độ dài vượt quá 12 ký tự; cbsLoaiGiayToTuyThan không tồn tại");
    }

    @ParameterizedTest
    @CsvSource({"100, unreachable", "101, unreachable", "106, refused", "108, refused", "200, refused", "302, refused"})
    void readsTheCodesOfTheEnvelope(int code, String outcome) throws Exception {
        register.simulator.fault("refuse-all", Map.of("code", code));
        assertThat(send("birth").word()).isEqualTo(outcome);
    }

    @Test
    void asksForANewTokenWhenTheOldOneHasEnded() throws Exception {
        send("birth");
        NOW.set(START.plusSeconds(60 * 60));
        assertThat(probe()).isInstanceOf(Outcome.Acknowledged.class);
        assertThat(register.simulator.state("tokens")).hasSize(2);
    }

    @Test
    void sendsNothingWithoutAToken() throws Exception {
        register.simulator.forget();
        register.simulator.fault("wrong-key");
        assertThat(send("birth")).isInstanceOf(Outcome.Unreachable.class);
        assertThat(written()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "down, unreachable",
        "throttled, unreachable",
        "html-error-page, uncertain",
        "drop-before, uncertain",
        "x-road-fault, unreachable"
    })
    void tellsWhatAFaultLeavesOpen(String fault, String outcome) throws Exception {
        register.simulator.fault(fault);
        assertThat(send("birth").word()).isEqualTo(outcome);
        assertThat(written()).isZero();
        register.simulator.calm();
        assertThat(probe()).isInstanceOf(Outcome.Absent.class);
    }

    @Test
    void sendsNothingOfAUnitThatTheRegisterDoesNotHave() throws Exception {
        var message = message("birth");
        ((ObjectNode) message.at("/dossier/unit")).put("commune", "99999");
        var refused = packs.connector().send(card, message, headers());
        assertThat(refused).isInstanceOf(Outcome.Refused.class);
        assertThat(refused.code()).isEqualTo("hub.mapping");
        assertThat(refused.text()).contains("unit").contains("99999");
    }

    private static Outcome send(String example) throws Exception {
        return packs.connector().send(card, message(example), headers());
    }

    private static Outcome probe() throws Exception {
        return packs.connector().probe(card, message("birth"), headers());
    }

    private static JsonNode storedTimes() throws Exception {
        return ((Outcome.Acknowledged) probe()).storedTimes();
    }

    private static JsonNode stored() {
        return register.simulator.state("hoSo").path(CODE);
    }

    private static long written() {
        return register.simulator.count("dangKy");
    }

    private static Map<String, Object> headers() {
        return Map.of("operation", "register", "dossier", CODE);
    }

    private static ObjectNode message(String example) throws Exception {
        var file = Path.of("integration/civil-status/examples/register.request", example + ".in.json");
        return (ObjectNode) Json.parse(Files.readAllBytes(file));
    }
}
