package vn.lienthong.hub.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

/** What the portal shows to be reconciled, with every quirk that makes it differ, and how it is set right. */
class PublicServicePortalListingIT {
    private static final String CODE = "H24.129-250812-0035";
    private static final String TRUE_TIME = "2025-08-12T09:15:00+07:00";
    private static final Map<String, Object> LISTED = Map.of("dossiers", List.of(CODE));
    private static SimulatedSystem portal;
    private static RunningPacks packs;
    private static SystemCard card;

    @BeforeAll
    static void start() throws Exception {
        portal = new SimulatedSystem(
                "public-service-portal", "dstcode", () -> Instant.parse("2025-08-15T02:00:00Z")); // 09:00 in the office
        packs = new RunningPacks(
                Tree.in(Path.of("")),
                List.of("public-service-portal"),
                Map.of(
                        "HUB_SYSTEMS_PUBLIC_SERVICE_PORTAL_URL", portal.simulator.url(),
                        "HUB_SYSTEMS_PUBLIC_SERVICE_PORTAL_TIMEOUT", "5s",
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
    void showsWhatItWasSentWithoutThePeople() throws Exception {
        send("register.request/counter");
        send("update.request/fee-paid-in-cash");
        var record = only(list());
        assertThat(record.path("code").asText()).isEqualTo(CODE);
        assertThat(record.path("procedure").asText()).isEqualTo("1.001193");
        assertThat(record.path("status").asText()).isEqualTo("processing");
        assertThat(record.path("receivedAt").asText()).isEqualTo(TRUE_TIME);
        assertThat(record.path("dueAt").asText()).isEqualTo("2025-08-12T17:00:00+07:00");
        assertThat(record.path("fee").asLong()).isEqualTo(8000);
        assertThat(record.toString()).doesNotContain("Mẫu").doesNotContain("000000\"");
    }

    @Test
    void showsADossierFiledOnThePortalUnderOurCode() throws Exception {
        send("register.request/online-with-papers");
        assertThat(portal.simulator.state("dossiers").fieldNames().next()).startsWith("G22");
        assertThat(only(list()).path("code").asText())
                .isEqualTo(message("register.request/online-with-papers")
                        .at("/dossier/code")
                        .asText());
    }

    @Test
    void readsPageAfterPageOfStoredReceptions() throws Exception {
        for (int i = 0; i < 501; i++) {
            var code = "H24.129-250812-%04d".formatted(i);
            portal.simulator.store(
                    "dossiers", code, Map.of("MaHoSo", code, "NgayTiepNhan", "20250812091500", "TrangThaiHoSo", "10"));
        }
        var first = answer(ask("2025-07-01T00:00:00+07:00", "2025-09-15T00:00:00+07:00", null));
        assertThat(first.path("records")).hasSize(500);
        assertThat(first.path("next").asText()).isEqualTo("2");
        var second = answer(ask("2025-07-01T00:00:00+07:00", "2025-09-15T00:00:00+07:00", "2"));
        assertThat(second.path("records")).hasSize(1);
        assertThat(second.has("next")).isFalse();
        assertThat(answer(ask("2025-08-13T00:00:00+07:00", "2025-09-15T00:00:00+07:00", null))
                        .path("records"))
                .isEmpty();
    }

    @Test
    void logsInAnewForALaterPage() throws Exception {
        list();
        portal.simulator.fault("session-expires-after", Map.of("calls", 1));
        assertThat(ask("2025-07-01T00:00:00+07:00", "2025-09-15T00:00:00+07:00", null))
                .isInstanceOf(Outcome.Acknowledged.class);
    }

    @ParameterizedTest
    @CsvSource({"now, 2025-08-15T09:00:00+07:00", "message, 2025-08-12T14:01:00+07:00"})
    void showsAClockThatAReportRestarted(String clock, String shown) throws Exception {
        send("register.request/counter");
        portal.simulator.fault("restamp", Map.of("dossiers", List.of(CODE), "clock", clock));
        send("update.request/result-signed");
        assertThat(only(list()).path("receivedAt").asText()).isEqualTo(shown);
    }

    @Test
    void setsARestartedClockRightForGood() throws Exception {
        restamped();
        assertThat(send("correct.request/restamped-reception").word()).isEqualTo("acknowledged");
        assertThat(only(list()).path("receivedAt").asText()).isEqualTo(TRUE_TIME);
        assertThat(stored("correct.request/restamped-reception")
                        .path("receivedAt")
                        .asText())
                .isEqualTo(TRUE_TIME);

        send("update.request/result-returned");
        assertThat(only(list()).path("receivedAt").asText()).isEqualTo(TRUE_TIME);
    }

    @Test
    void takesACorrectionAndChangesNothingWhenSwitchedSo() throws Exception {
        restamped();
        portal.simulator.fault("ignore-corrections", LISTED);
        assertThat(send("correct.request/restamped-reception").word()).isEqualTo("acknowledged");
        assertThat(stored("correct.request/restamped-reception")
                        .path("receivedAt")
                        .asText())
                .isEqualTo("2025-08-15T09:00:00+07:00");
    }

    @Test
    void refusesACorrectionAndNothingElseWhenSwitchedSo() throws Exception {
        restamped();
        portal.simulator.fault("refuse-corrections", LISTED);
        assertThat(send("correct.request/restamped-reception")).isInstanceOf(Outcome.Refused.class);
        assertThat(send("update.request/result-returned").word()).isEqualTo("acknowledged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop-after-commit", "drop-before"})
    void findsByAProbeWhetherAnUncertainCorrectionWasMade(String fault) throws Exception {
        restamped();
        portal.simulator.fault(fault);
        assertThat(send("correct.request/restamped-reception")).isInstanceOf(Outcome.Uncertain.class);
        portal.simulator.calm();
        assertThat(probe("correct.request/restamped-reception").word())
                .isEqualTo(fault.equals("drop-before") ? "absent" : "acknowledged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"supplement-asked", "fee-due"})
    void showsAsFinishedWhatWaitsWhenStatesAreRewritten(String entry) throws Exception {
        portal.simulator.fault("status-nine", LISTED);
        send("register.request/counter");
        send("update.request/" + entry);
        assertThat(only(list()).path("status").asText()).isEqualTo("signed");
        assertThat(stored("update.request/" + entry).path("status").asText()).isEqualTo("signed");
    }

    @Test
    void showsAnotherFeeWhenSwitchedSo() throws Exception {
        send("register.request/counter");
        portal.simulator.fault("fee-differs", Map.of("dossiers", List.of(CODE), "by", 500));
        send("update.request/fee-paid-in-cash");
        assertThat(only(list()).path("fee").asLong()).isEqualTo(8500);
        portal.simulator.calm();
        send("update.request/fee-paid-in-cash");
        assertThat(stored("update.request/fee-paid-in-cash").path("fee").asLong())
                .isEqualTo(8000);
    }

    @Test
    void showsADossierASecondTimeUnderAMadeUpCode() throws Exception {
        portal.simulator.fault("invent-code", LISTED);
        send("register.request/counter");
        send("update.request/result-signed");
        var records = list();
        assertThat(records).hasSize(2);
        assertThat(records.findValuesAsText("code"))
                .contains(CODE)
                .anyMatch(code -> code.matches("H24\\.129-250812-[1-9]\\d{4}"));
        assertThat(records.findValuesAsText("receivedAt")).containsOnly(TRUE_TIME);
    }

    @Test
    void showsAnInterlinkedCaseBesideTheDossierItBelongsTo() throws Exception {
        send("register.request/counter");
        portal.simulator.fault("interlinked-twice", Map.of("pairs", Map.of(CODE, "H24.129-250812-0001")));
        assertThat(only(list()).path("linkedTo").asText()).isEqualTo("H24.129-250812-0001");
    }

    @Test
    void losesWhatItTookAndTakesItAgain() throws Exception {
        portal.simulator.fault("lose", LISTED);
        assertThat(send("register.request/counter").word()).isEqualTo("acknowledged");
        assertThat(send("update.request/result-signed").word()).isEqualTo("acknowledged");
        assertThat(list()).isEmpty();
        assertThat(probe("update.request/result-signed")).isInstanceOf(Outcome.Absent.class);

        portal.simulator.calm();
        send("register.request/counter");
        send("update.request/result-signed");
        assertThat(only(list()).path("status").asText()).isEqualTo("signed");
    }

    private static void restamped() throws Exception {
        send("register.request/counter");
        portal.simulator.fault("restamp", LISTED);
        send("update.request/result-signed");
    }

    private static JsonNode list() {
        return answer(ask("2025-07-01T00:00:00+07:00", "2025-09-15T00:00:00+07:00", null))
                .path("records");
    }

    private static JsonNode only(JsonNode records) {
        assertThat(records).hasSize(1);
        return records.path(0);
    }

    private static JsonNode answer(Outcome outcome) {
        return ((Outcome.Acknowledged) outcome).answer();
    }

    private static Outcome ask(String from, String until, @Nullable String page) {
        var question = Json.MAPPER.createObjectNode().put("from", from).put("until", until);
        if (page != null) {
            question.put("page", page);
        }
        return packs.connector().ask(card, "list", question);
    }

    /** What the portal says it stored, as it is read back after a correction. */
    private static JsonNode stored(String example) throws Exception {
        return ((Outcome.Acknowledged) probe(example)).storedTimes();
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
