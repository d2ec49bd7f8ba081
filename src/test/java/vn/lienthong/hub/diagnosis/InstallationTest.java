package vn.lienthong.hub.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstallationTest {
    private static final LocalDate SUMMER = LocalDate.of(2026, 7, 1);

    @TempDir
    Path folder;

    private static List<Finding> files(Path home, boolean secrets, LocalDate today) {
        return new Installation(home, name -> secrets, today).files();
    }

    @Test
    void findsNothingButStandInsInOurOwnTreeWithAllItsSecrets() {
        assertThat(files(Path.of(""), true, SUMMER))
                .extracting(Finding::severity)
                .containsOnly(Severity.OK);
        assertThat(files(Path.of(""), false, SUMMER))
                .extracting(Finding::code)
                .contains("secret.missing", "address.local")
                .doesNotContain("files.broken");
    }

    @Test
    void namesTheVariableThatIsMissing() {
        assertThat(files(Path.of(""), false, SUMMER))
                .filteredOn(finding -> finding.subject().equals("civil-status"))
                .extracting(Finding::en)
                .contains("the environment here lacks CIVIL_STATUS_KEY");
    }

    @ParameterizedTest
    @CsvSource({"2026-07-01, calendar", "2026-10-01, calendar.ends", "2026-12-01, calendar.ends-soon"})
    void warnsLongBeforeTheCalendarEnds(LocalDate today, String code) {
        assertThat(files(Path.of(""), true, today)).extracting(Finding::code).contains(code);
    }

    @Test
    void countsMistakesAndSaysWhoNamesThem() throws IOException {
        assertThat(files(folder, true, SUMMER)).extracting(Finding::code).containsExactly("files.broken");
        Files.createDirectories(folder.resolve("integration/broken"));
        Files.createDirectories(folder.resolve("mappings/catalogue/calendar"));
        Files.writeString(folder.resolve("integration/broken/system.yaml"), "id: [");
        assertThat(files(folder, true, SUMMER))
                .filteredOn(finding -> finding.code().equals("files.broken"))
                .extracting(Finding::todoEn)
                .containsExactly("hub check names file and line of each.");
    }

    @Test
    void saysInBothLanguagesWhatToDoAboutWhateverIsWrong() {
        for (var symptom : Symptom.values()) {
            var finding = symptom.of("x", 1, 2, 3);
            assertThat(finding.todoEn() != null && finding.todoVi() != null)
                    .as(symptom.name())
                    .isEqualTo(symptom.severity() == Severity.WARNING
                            || symptom.severity() == Severity.ERROR
                            || symptom.severity() == Severity.NOTE);
        }
    }

    @Test
    void tellsRoomOnADiskByHowMuchIsLeft() {
        assertThat(Space.finding("/", 1L << 29).code()).isEqualTo("disk.full");
        assertThat(Space.finding("/", 3L << 30).code()).isEqualTo("disk.low");
        assertThat(Space.finding("/", 9L << 30).en()).isEqualTo("9.0 GiB free");
    }
}
