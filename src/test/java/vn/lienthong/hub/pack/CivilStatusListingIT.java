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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.catalog.ComparisonRules.Precision;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.live.Tree;

/** What the register shows to be reconciled: days of reception, one module and one day to a page. */
class CivilStatusListingIT {
    private static final String CODE = "H24.129-250812-0035";
    private static final Map<String, Object> LISTED = Map.of("dossiers", List.of(CODE));
    private static SimulatedSystem register;
    private static RunningPacks packs;
    private static SystemCard card;

    @BeforeAll
    static void start() throws Exception {
        register = new SimulatedSystem("civil-status", "Accept", () -> Instant.parse("2025-08-14T02:00:00Z"));
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
    void reset() {
        register.reset();
    }

    @Test
    void goesThroughTheDaysOfEveryModuleOnce() throws Exception {
        send("birth");
        send("marriage");
        send("death-with-a-year-of-birth-and-an-old-identity-card");
        var pages = pages();
        assertThat(pages.stream().map(page -> page.path("page").asText()))
                .hasSize(15)
                .doesNotHaveDuplicates()
                .startsWith("KS:2025-08-11", "KS:2025-08-12", "KS:2025-08-13", "KT:2025-08-11")
                .endsWith("BS:2025-08-13");
        assertThat(records(pages))
                .allSatisfy(
                        record -> assertThat(record.path("receivedAt").asText()).matches("2025-08-1[123]"));
        assertThat(records(pages).size())
                .isEqualTo(register.simulator.state("hoSo").size());
    }

    @Test
    void showsTheDayOfReceptionAndNoTime() throws Exception {
        send("birth");
        var record = records(pages()).getFirst();
        assertThat(record.path("code").asText()).isEqualTo(CODE);
        assertThat(record.path("procedure").asText()).isEqualTo("1.001193");
        assertThat(record.path("receivedAt").asText()).isEqualTo("2025-08-12");
        assertThat(card.comparison().fields())
                .singleElement()
                .satisfies(rule -> assertThat(rule.precision()).isEqualTo(Precision.DAY));
    }

    @Test
    void showsADayThatTheRegisterMadeUp() throws Exception {
        register.simulator.fault("restamp-date", LISTED);
        send("birth");
        assertThat(records(pages()).getFirst().path("receivedAt").asText()).isEqualTo("2025-08-14");
        assertThat(((Outcome.Acknowledged) probe())
                        .storedTimes()
                        .path("receivedAt")
                        .asText())
                .isEqualTo("2025-08-14");
    }

    @Test
    void countsTheMadeUpDayFromTheTrueOneWhenSwitchedSo() throws Exception {
        register.simulator.fault("restamp-date", Map.of("dossiers", List.of(CODE), "days", 1));
        send("birth");
        assertThat(records(pages()).getFirst().path("receivedAt").asText()).isEqualTo("2025-08-13");
    }

    @Test
    void losesWhatItTookAndTakesItAgain() throws Exception {
        register.simulator.fault("lose", LISTED);
        assertThat(send("birth").word()).isEqualTo("acknowledged");
        assertThat(records(pages())).isEmpty();
        assertThat(probe()).isInstanceOf(Outcome.Absent.class);

        register.simulator.calm();
        assertThat(send("birth").word()).isEqualTo("acknowledged");
        assertThat(records(pages())).hasSize(1);
    }

    @Test
    void hidesFromTheListWhatDoesNotShowYet() throws Exception {
        register.simulator.fault("visible-after", Map.of("minutes", 180));
        send("birth");
        assertThat(records(pages())).isEmpty();
    }

    @Test
    void asksForANewTokenInTheMiddleOfAList() {
        pages();
        register.simulator.fault("token-expires", Map.of("calls", 4));
        assertThat(pages()).hasSize(15);
    }

    @Test
    void readsNoPageWhileTheGatewayIsDown() {
        pages();
        register.simulator.fault("down");
        assertThat(ask(null)).isInstanceOf(Outcome.Unreachable.class);
    }

    /** Three days, as the worker reads them. */
    private static List<JsonNode> pages() {
        var pages = new ArrayList<JsonNode>();
        String next = null;
        do {
            var answer = ((Outcome.Acknowledged) ask(next)).answer();
            pages.add(answer);
            next = answer.path("next").textValue();
        } while (next != null);
        return pages;
    }

    private static Outcome ask(@Nullable String page) {
        var question = Json.MAPPER
                .createObjectNode()
                .put("from", "2025-08-11T00:00:00+07:00")
                .put("until", "2025-08-13T23:59:59+07:00");
        return packs.connector().ask(card, "list", page == null ? question : question.put("page", page));
    }

    private static List<JsonNode> records(List<JsonNode> pages) {
        var records = new ArrayList<JsonNode>();
        pages.forEach(page -> page.path("records").forEach(records::add));
        return records;
    }

    private static Outcome send(String example) throws Exception {
        return packs.connector().send(card, message("register.request/" + example), headers());
    }

    private static Outcome probe() throws Exception {
        return packs.connector().probe(card, message("probe.request/dossier"), headers());
    }

    private static Map<String, Object> headers() {
        return Map.of("operation", "register", "dossier", CODE);
    }

    private static ObjectNode message(String example) throws Exception {
        var file = Path.of("integration/civil-status/examples", example + ".in.json");
        return (ObjectNode) Json.parse(Files.readAllBytes(file));
    }
}
