package vn.lienthong.hub.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.hub.json.Json;

class PseudonymsTest {
    private final Pseudonyms pseudonyms = Pseudonyms.of(MaskingTest.MESSAGE);

    static List<String> originals() {
        return MaskingTest.ORIGINALS;
    }

    @ParameterizedTest
    @MethodSource("originals")
    void leavesNothingOfTheOriginalInAnySpelling(String spelling) {
        for (var body : List.of(
                "Trường hợp " + spelling + " không hợp lệ",
                "{\"note\": \"" + spelling + "\"}",
                "{\"hoTen\": \"" + spelling + "\", \"soDDCN\": \"" + spelling + "\", \"DiaChi\": \"" + spelling + "\"}",
                "<r><note>" + spelling + "</note><hoTen>" + spelling + "</hoTen></r>",
                "{\"inner\": " + Json.text("<hs><x>" + spelling + "</x></hs>") + "}",
                "{\"cut\": \"abc " + spelling + "\", \"more\": \"")) {
            var made = pseudonyms.body(body);
            assertThat(made).doesNotContain(spelling);
            assertThat(pseudonyms.leftIn(made)).as(made).isEmpty();
            assertThat(pseudonyms.leftIn(body)).as(body).isNotEmpty();
        }
    }

    @Test
    void leavesNothingInTheMessageItself() {
        var made = pseudonyms.tree(MaskingTest.MESSAGE);

        assertThat(pseudonyms.leftIn(Json.text(made))).isEmpty();
        assertThat(made.at("/dossier/unit")).isEqualTo(MaskingTest.MESSAGE.at("/dossier/unit"));
        assertThat(made.at("/dossier/procedure")).isEqualTo(MaskingTest.MESSAGE.at("/dossier/procedure"));
        assertThat(made.at("/dossier/receivedAt")).isEqualTo(MaskingTest.MESSAGE.at("/dossier/receivedAt"));
    }

    @Test
    void makesTheSamePersonTheSameOtherPersonEverywhere() {
        var name = pseudonyms
                .tree(MaskingTest.MESSAGE)
                .at("/dossier/applicant/name")
                .asText();
        var id = pseudonyms
                .tree(MaskingTest.MESSAGE)
                .at("/dossier/applicant/idNumber")
                .asText();

        assertThat(pseudonyms.body("{\"HoTenNguoiNop\":\"NGUYỄN VĂN TUẤN\",\"x\":\"số 030 085 012 345\"}"))
                .contains(name, id);
        assertThat(pseudonyms.text("ông NGUYEN VAN TUAN")).isEqualTo("ông " + name);
    }

    @Test
    void keepsTheFormOfWhatItReplaces() {
        var made = pseudonyms.tree(MaskingTest.MESSAGE).at("/dossier/applicant");

        assertThat(made.path("name").asText().split(" ")).hasSize(3);
        assertThat(made.path("idNumber").asText()).matches("\\d{6}000000");
        assertThat(made.path("phone").asText()).matches("09\\d{2}000000");
        assertThat(made.path("email").asText()).endsWith("@example.com");
        assertThat(pseudonyms.of(FieldKind.ID, "0300850123456")).matches("\\d{7}000000");
    }

    @Test
    void movesEveryDateOfBirthByTheSameDays() {
        var made = pseudonyms.tree(MaskingTest.MESSAGE).path("dossier");
        var parent = LocalDate.parse(made.at("/applicant/dateOfBirth").asText());
        var child = LocalDate.parse(made.at("/form/child/dateOfBirth").asText());

        assertThat(ChronoUnit.DAYS.between(parent, child))
                .isEqualTo(ChronoUnit.DAYS.between(LocalDate.of(1985, 2, 28), LocalDate.of(2025, 8, 5)));
        assertThat(parent).isNotEqualTo(LocalDate.of(1985, 2, 28));
        assertThat(pseudonyms.text("sinh 28/02/1985"))
                .isEqualTo("sinh %02d/%02d/%04d"
                        .formatted(parent.getDayOfMonth(), parent.getMonthValue(), parent.getYear()));
    }
}
