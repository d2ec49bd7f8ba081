package vn.lienthong.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProceduresTest {
    private final Procedures procedures = Procedures.read(Path.of("mappings/catalogue/procedures.yaml"));

    @TempDir
    private Path folder;

    @Test
    void knowsWhatACommunesCounterDoes() {
        assertThat(procedures.find("1.001193"))
                .get()
                .extracting(Procedure::name, Procedure::field, Procedure::fieldName)
                .containsExactly("Đăng ký khai sinh", "HT", "Hộ tịch");
        assertThat(procedures.all()).extracting(Procedure::field).contains("HT", "CT", "CU", "DD", "BT", "HK");
        assertThat(procedures.all()).hasSizeGreaterThanOrEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.000815", "2.000815.000.00.00.H24", "2.000815.H24"})
    void resolvesAProvincesCodeToItsNationalProcedure(String code) {
        assertThat(procedures.find(code)).get().extracting(Procedure::code).isEqualTo("2.000815");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9.999999", "2.000815.01", "2.000815.", "x2.000815.H24", "9.999999.000.00.00.H24"})
    void doesNotKnowOtherCodes(String code) {
        assertThat(procedures.find(code)).isEmpty();
    }

    @Test
    void keepsTheProcessOfTheDayOfReception() {
        var certification = procedures.find("2.000815").orElseThrow();

        assertThat(certification.processOn(LocalDate.of(2025, 6, 30)))
                .get()
                .extracting(Procedure.ProcessVersion::steps)
                .isEqualTo(6);
        assertThat(certification.processOn(LocalDate.of(2025, 7, 1)))
                .get()
                .extracting(Procedure.ProcessVersion::version)
                .isEqualTo("2025-07-01 3 steps");
        assertThat(procedures.find("1.001193").orElseThrow().processOn(LocalDate.of(2025, 7, 1)))
                .isEmpty();
    }

    @Test
    void hasNoRuleBeforeItsFirst() {
        var conciliation = procedures.find("1.012812").orElseThrow();

        assertThat(conciliation.ruleOn(LocalDate.of(2024, 7, 31))).isEmpty();
        assertThat(conciliation.ruleOn(LocalDate.of(2024, 8, 1))).isPresent();
    }

    @Test
    void tellsTheCounterFromThePortal() throws IOException {
        var rules = read("""
                        fields: [{code: CT, name: Chứng thực}]
                        procedures:
                          - code: "2.000815"
                            name: Chứng thực
                            field: CT
                            source: a test
                            rules:
                              - {from: 2024-01-01, counter: same day before 15:00, online: 4 working hours}
                        """)
                .find("2.000815")
                .flatMap(procedure -> procedure.ruleOn(LocalDate.of(2025, 1, 1)))
                .orElseThrow();

        assertThat(rules.through("counter")).isEqualTo(new DueRule.SameDay(LocalTime.of(15, 0)));
        assertThat(rules.through("post")).isEqualTo(new DueRule.SameDay(LocalTime.of(15, 0)));
        assertThat(rules.through("online")).isEqualTo(new DueRule.WorkingHours(4));
        assertThat(rules.version()).isEqualTo("2024-01-01 same day before 15:00, online 4 working hours");
        assertThatThrownBy(() -> rules.through("fax")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-01 same day before 15:00",
                "2024-01-01 3 working days, online 4 working hours",
                "2024-01-01 30 calendar days, 2 pauses",
                "2024-01-01 3 working days, online 4 working hours, 0 pauses"
            })
    void readsAVersionBackAsTheRulesItNames(String version) {
        assertThat(Procedure.RuleVersion.parse(version).version()).isEqualTo(version);
    }

    @Test
    void readsNoRulesFromAnythingElse() {
        assertThatThrownBy(() -> Procedure.RuleVersion.parse("2025-1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stopsTheTimeForOneSupplementUnlessTheRulesSayOtherwise() throws IOException {
        var rules = read("""
                        fields: [{code: DD, name: Đất đai}]
                        procedures:
                          - code: "1.012812"
                            name: Hòa giải
                            field: DD
                            source: a test
                            rules:
                              - {from: 2024-01-01, counter: 30 calendar days}
                              - {from: 2025-01-01, counter: 30 calendar days, pauses: 2}
                        """).find("1.012812").orElseThrow().rules();

        assertThat(rules).extracting(Procedure.RuleVersion::pauses).containsExactly(1, 2);
        assertThat(rules)
                .extracting(Procedure.RuleVersion::version)
                .containsExactly("2024-01-01 30 calendar days", "2025-01-01 30 calendar days, 2 pauses");
    }

    @Test
    void collectsEveryMistakeWithItsLine() {
        assertThatThrownBy(() -> read("""
                                fields: [{code: CT, name: Chứng thực}]
                                procedures:
                                  - code: 2.815
                                    name: " "
                                    field: XX
                                    rule: 3 working days
                                  - code: "2.000908"
                                    name: Bản sao
                                    field: CT
                                    source: a test
                                    rules:
                                      - {from: 2025-07-01, counter: three days}
                                      - {from: 2025-07-01, counter: 0 working days, pauses: once}
                                    processes:
                                      - {from: soon, steps: many}
                                  - code: "2.000908"
                                    name: Bản sao
                                    name: Bản chính
                                    field: CT
                                    source: a test
                                    rules: 3 working days
                                """))
                .asInstanceOf(type(MistakesFound.class))
                .satisfies(found -> assertThat(found.mistakes())
                        .map(mistake -> mistake.replace(folder + "/procedures.yaml:", ""))
                        .containsExactly(
                                "3: 'code': '2.815' is not like 1.001193",
                                "3: 'rules' is missing",
                                "3: 'source' is missing",
                                "4: 'name' must be a text",
                                "5: 'field': 'XX' is not among the fields",
                                "6: 'rule' is not known here",
                                "7: 'rules' must stand oldest first, each from a later day",
                                "12: 'counter': 'three days' is not like '4 working hours', '3 working days',"
                                        + " '30 calendar days' or 'same day before 15:00'",
                                "13: 'counter': '0 working days' is not like '4 working hours', '3 working days',"
                                        + " '30 calendar days' or 'same day before 15:00'",
                                "13: 'pauses': 'once' is not a number from 0 to 9",
                                "15: 'from': Text 'soon' could not be parsed at index 0",
                                "15: 'steps': For input string: \"many\"",
                                "16: 'code': '2.000908' stands here twice",
                                "16: 'rules' is missing",
                                "18: 'name' is written twice",
                                "21: 'rules' must be a list of mappings"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"procedures: [", "- a list", "", "fields: \"\u0000\""})
    void refusesWhatIsNoMapping(String yaml) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(MistakesFound.class).hasMessageContaining("procedures.yaml:");
    }

    private Procedures read(String yaml) throws IOException {
        return Procedures.read(Files.writeString(folder.resolve("procedures.yaml"), yaml));
    }
}
