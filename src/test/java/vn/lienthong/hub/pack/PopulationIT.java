package vn.lienthong.hub.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import vn.lienthong.hub.connector.Outcome.Acknowledged;
import vn.lienthong.hub.connector.Outcome.Refused;
import vn.lienthong.hub.connector.Outcome.Uncertain;
import vn.lienthong.hub.connector.Outcome.Unreachable;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.live.Tree;
import vn.lienthong.hub.simulator.Simulator;

/** The pack of the population database, from the canonical question to the outcome, through SOAP. */
class PopulationIT {
    private static final Path PACK = Path.of("integration/population");
    private static final String OFFICER = "030080000000";

    private static Simulator population;
    private static RunningPacks packs;
    private static SystemCard card;

    @BeforeAll
    static void start() throws Exception {
        population = Simulator.of(PACK, InstantSource.system()).start();
        packs = new RunningPacks(
                Tree.in(Path.of("")),
                List.of("population"),
                Map.of(
                        "HUB_SYSTEMS_POPULATION_URL", population.url() + "/dancu",
                        "POPULATION_USERNAME", "local-population-username",
                        "POPULATION_SECRET_KEY", "local-population-secret-key",
                        "POPULATION_API_KEY", "local-population-api-key"),
                context -> {});
        card = packs.card("population");
    }

    @AfterAll
    static void stop() {
        packs.close();
        population.close();
    }

    @BeforeEach
    void reset() {
        population.calm();
        population.forget();
    }

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Văn Mẫu, 030085000000, 1985-02-28, male, true",
        "nguyễn  văn mẫu, 030085000000, 1985-02-28, male, true",
        "Nguyễn Văn Mẫu, 140000000, 1985-02-28, male, true", // the old number
        "Nguyễn Văn Mẫu, 030085000000, 1985, male, true",
        "Trần Thị Đẹp, 030152000000, 1952, female, true",
        "Nguyễn Văn Mẫu, 030085000000, 1985-02-27, male, false",
        "Nguyễn Văn Mầu Nhiệm, 030085000000, 1985-02-28, male, false",
        "Nguyễn Văn Mẫu, 030085000000, 1985-02-28, female, false",
        "Nguyễn Văn Mẫu, 030399000000, 1985-02-28, male, false",
    })
    void verifiesACitizen(String name, String number, String born, String sex, boolean matches) {
        var question = question().put("name", name).put("idNumber", number).put("dateOfBirth", born);
        assertThat(answer(ask("verify", question.put("sex", sex))).path("matches"))
                .isEqualTo(Json.MAPPER.getNodeFactory().booleanNode(matches));
    }

    @ParameterizedTest
    @ValueSource(strings = {"slow", "split-name", "relatives-as-text", "partial-relatives"})
    void looksUpACitizenWhateverTheFormOfTheAnswer(String quirk) {
        population.fault(quirk);
        var citizen = answer(ask("look-up", question())).path("citizen");
        assertThat(citizen.path("name").asText()).isEqualToIgnoringCase("Nguyễn Văn Mẫu");
        assertThat(citizen.at("/mother/name").asText()).isEqualToIgnoringCase("Trần Thị Nguồn");
        assertThat(citizen.path("dateOfBirth").asText()).isEqualTo("1985-02-28");
        assertThat(citizen.at("/permanentAddress/commune").asText()).isEqualTo("11086");
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty-collection", "id-pending"})
    void takesAnEmptyCollectionForNotFound(String quirk) {
        population.fault(quirk);
        assertThat(answer(ask("look-up", question())).path("found").asBoolean(true))
                .isFalse();
    }

    @Test
    void asksInTheOfficersNameUnderItsOwnNumber() {
        ask("look-up", question().put("id", "0198a1c2-0000-7000-8000-000000000001"));
        assertThat(population.state("officers").at("/" + OFFICER + "/MaYeuCau").asText())
                .isEqualTo("0198a1c2-0000-7000-8000-000000000001");
        ask("verify", question());
        ask("verify", question());
        assertThat(population.count("questions")).isEqualTo(3);
    }

    @Test
    void asksNothingWithoutAnOfficer() {
        assertThat(ask("verify", question().without("officer"))).isInstanceOf(Refused.class);
        assertThat(population.count("questions")).isZero();
    }

    @Test
    void tellsAnOfficersRefusalFromAFaultOfTheProvider() {
        population.fault("officer-refused", Map.of("officers", List.of(OFFICER)));
        assertThat(ask("look-up", question())).isInstanceOf(Refused.class);
        population.calm();
        population.fault("soap-fault", Map.of("code", "Server"));
        assertThat(ask("look-up", question())).isInstanceOf(Unreachable.class);
        population.fault("soap-fault", Map.of("code", "Client", "status", 200));
        assertThat(ask("look-up", question())).isInstanceOf(Refused.class);
    }

    @Test
    void tellsAFaultOfThePlatformFromOneOfTheProvider() {
        population.fault("x-road-fault");
        assertThat(((Unreachable) ask("look-up", question())).platform()).isTrue();
        population.calm();
        population.fault("down");
        assertThat(((Unreachable) ask("look-up", question())).platform()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cut-reply", "junk-before-xml", "dtd-in-reply", "html-error-page", "xml-in-json", "drop-before"})
    void readsNoAnswerOutOfJunk(String fault) {
        population.fault(fault);
        assertThat(ask("look-up", question())).isInstanceOf(Uncertain.class);
    }

    @ParameterizedTest
    @CsvSource({"timestamp-unit, unit, s", "timestamp-window, seconds, 0", "name-form, form, plain"})
    void isHeldToTheContract(String quirk, String parameter, String value) {
        population.fault(quirk, Map.of(parameter, value.matches("\\d+") ? Integer.valueOf(value) : value));
        var outcome = ask("verify", question());
        assertThat(outcome instanceof Acknowledged known
                        && answer(known).path("matches").asBoolean())
                .isFalse();
    }

    private static Outcome ask(String verb, JsonNode question) {
        return packs.connector().ask(card, verb, question);
    }

    private static JsonNode answer(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Acknowledged.class);
        return java.util.Objects.requireNonNull(((Acknowledged) outcome).answer());
    }

    private static ObjectNode question() {
        var question = Json.MAPPER
                .createObjectNode()
                .put("name", "Nguyễn Văn Mẫu")
                .put("idNumber", "030085000000")
                .put("dateOfBirth", "1985-02-28")
                .put("sex", "male");
        question.putObject("officer").put("idNumber", OFFICER);
        return question;
    }
}
