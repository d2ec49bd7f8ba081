package vn.lienthong.hub.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.json.Json;

class ContractTest {
    private static final Contract CONTRACT = Contract.load();
    private static final String BIRTH =
            "/paths/~1dossiers/post/requestBody/content/application~1json/examples/birth/value";
    private static final String STEP =
            "/paths/~1dossiers~1{code}~1events/post/requestBody/content/application~1json/examples/step/value";

    private final ObjectNode birth = CONTRACT.document().at(BIRTH).deepCopy();
    private final ObjectNode step = CONTRACT.document().at(STEP).deepCopy();

    static Stream<JsonNode> operationsWithBodies() {
        return CONTRACT.document()
                .path("paths")
                .valueStream()
                .flatMap(path -> path.valueStream()
                        .filter(operation -> operation
                                .at("/requestBody/content/application~1json")
                                .isObject()));
    }

    @ParameterizedTest
    @MethodSource("operationsWithBodies")
    void takesItsOwnExamples(JsonNode operation) {
        var schema = CONTRACT.requestSchema(operation.get("operationId").asText());

        assertThat(operation.at("/requestBody/content/application~1json/examples"))
                .isNotEmpty()
                .allSatisfy(example ->
                        assertThat(schema.check(example.get("value"))).isEmpty());
    }

    @Test
    void refusesAThirteenDigitIdNumberWithoutQuotingIt() {
        applicant().put("idNumber", "0300850000000");

        assertThat(registration(birth))
                .containsExactly(new Violation("/applicant/idNumber", "pattern", "must match ^([0-9]{12}|[0-9]{9})$"));
    }

    @Test
    void refusesFieldsItDoesNotName() {
        applicant().put("nickname", "Mẫu");

        assertThat(registration(birth))
                .containsExactly(
                        new Violation("/applicant/nickname", "additionalProperties", "is not a field of the contract"));
    }

    @Test
    void doesNotRepeatAnUnknownFieldNameThatMayBeACitizensData() {
        birth.put("030085000000", true).put("Nguyễn Văn Mẫu", true);

        assertThat(registration(birth)).extracting(Violation::pointer).containsOnly("");
    }

    @Test
    void pointsToWhatIsMissing() {
        applicant().remove("name");
        birth.remove("receivedAt");

        assertThat(registration(birth))
                .containsExactlyInAnyOrder(
                        new Violation("/receivedAt", "required", "is required"),
                        new Violation("/applicant/name", "required", "is required"));
    }

    @Test
    void takesAnyForm() {
        birth.putObject("form").putObject("con").put("hoTen", "Nguyễn Thị Mẫu").put("canNang", 3.2);

        assertThat(registration(birth)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-08-12 09:15:00+07:00",
                "2025-08-12T09:15:00",
                "2025-08-12T09:15+07:00",
                "2025-02-30T09:15:00+07:00",
                "2025-08-12T23:59:60Z",
                "2025-08-12T09:15:00+25:00",
                "12/08/2025 09:15:00",
                "2025-08-12"
            })
    void refusesATimeThatNotEverybodyReadsTheSame(String time) {
        birth.put("receivedAt", time);

        assertThat(registration(birth)).containsExactly(new Violation("/receivedAt", "format", "must be a date-time"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-08-12T09:15:00.123456789+07:00", "2025-08-12T02:15:00Z"})
    void takesFractionsAndOtherOffsets(String time) {
        birth.put("receivedAt", time);

        assertThat(registration(birth)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1985-02-29", "1985-2-8", "19850228", "28/02/1985"})
    void refusesADayThatIsNone(String day) {
        applicant().put("dateOfBirth", day);

        assertThat(registration(birth))
                .containsExactly(new Violation("/applicant/dateOfBirth", "format", "must be a date"));
    }

    @ParameterizedTest
    @CsvSource({"step,/step", "supplement-asked,/supplement", "fee-due,/fee", "fee-paid,/fee", "refused,/reason"})
    void asksForWhatTheEventIsAbout(String event, String pointer) {
        step.remove("step");
        step.put("event", event);

        assertThat(event(step)).containsExactly(new Violation(pointer, "required", "is required"));
    }

    @Test
    void asksForTheReasonOfASupplement() {
        step.remove("step");
        step.put("event", "supplement-asked").putObject("supplement");

        assertThat(event(step)).extracting(Violation::pointer).containsExactly("/supplement/reason");
    }

    @Test
    void refusesWhatBelongsToAnotherEvent() {
        step.putObject("fee").put("amount", 8000);
        step.put("reason", "Không thuộc thẩm quyền");

        assertThat(event(step))
                .containsExactlyInAnyOrder(
                        new Violation("/fee", "false", "does not belong to this kind of event"),
                        new Violation("/reason", "false", "does not belong to this kind of event"));
    }

    @Test
    void refusesARegistrationReportedAsAnEvent() {
        step.put("event", "registered");

        assertThat(event(step)).anySatisfy(v -> assertThat(v.pointer()).isEqualTo("/event"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "a\\udc00", "\\ud800x"})
    void refusesTextThatNoDatabaseKeeps(String escaped) {
        var body = Json.parse(("{\"x\":[\"ok\",\"" + escaped + "\"]}").getBytes(UTF_8));

        assertThat(CONTRACT.requestSchema("registerDossier").check(body))
                .containsExactly(new Violation("/x/1", "characters", "has a forbidden character"));
    }

    @Test
    void takesCharactersBeyondTheBasicPlane() {
        birth.put("summary", "𠀋 Nôm");

        assertThat(registration(birth)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999", "-1e-999999", "1e101"})
    void refusesNumbersOfAstronomicSize(String number) {
        var body = Json.parse(("{\"form\":{\"n\":" + number + "}}").getBytes(UTF_8));

        assertThat(registration(body)).extracting(Violation::rule).containsExactly("digits");
    }

    @Test
    void refusesMoreValuesThanAnybodyWouldSend() {
        var list = birth.putObject("form").putArray("list");
        for (var i = 0; i < 20_001; i++) {
            list.add(1);
        }

        assertThat(registration(birth)).extracting(Violation::rule).containsExactly("maxValues");
    }

    @Test
    void answersWithAtMostFiftyViolations() {
        for (var i = 0; i < 1000; i++) {
            birth.put("unknown" + i, true);
        }

        assertThat(registration(birth)).hasSize(50);
    }

    @Test
    void readsAQueryByItsTypes() {
        var reading = CONTRACT.querySchema("listDossiers")
                .read(java.util.Map.of(
                        "limit", new String[] {"20"},
                        "receivedFrom", new String[] {"2025-08-12T00:00:00 07:00"}));

        assertThat(reading.violations()).isEmpty();
        assertThat(reading.values().get("limit").isInt()).isTrue();
        assertThat(reading.values().get("receivedFrom").asText()).isEqualTo("2025-08-12T00:00:00+07:00");
    }

    @ParameterizedTest
    @CsvSource({"comune,11086", "limit,0", "limit,201", "limit,many", "status,lost", "province,3", "receivedFrom,today"
    })
    void refusesAQueryOutsideTheContract(String name, String value) {
        var reading = CONTRACT.querySchema("listDossiers").read(java.util.Map.of(name, new String[] {value}));

        assertThat(reading.violations()).extracting(Violation::pointer).containsExactly("/" + name);
    }

    @Test
    void refusesAParameterGivenTwice() {
        var reading =
                CONTRACT.querySchema("listDossiers").read(java.util.Map.of("commune", new String[] {"11086", "11087"}));

        assertThat(reading.violations()).extracting(Violation::rule).containsExactly("type");
    }

    private ObjectNode applicant() {
        return (ObjectNode) birth.get("applicant");
    }

    private static List<Violation> registration(JsonNode body) {
        return CONTRACT.requestSchema("registerDossier").check(body);
    }

    private static List<Violation> event(JsonNode body) {
        return CONTRACT.requestSchema("reportEvent").check(body);
    }

    @Test
    void readsAParameterThatIsTrueOrFalse() {
        var query = CONTRACT.querySchema("listIncidents");

        assertThat(query.read(Map.of("all", new String[] {"true"})).values().path("all"))
                .isEqualTo(BooleanNode.TRUE);
        assertThat(query.read(Map.of("all", new String[] {"yes"})).violations()).hasSize(1);
    }
}
