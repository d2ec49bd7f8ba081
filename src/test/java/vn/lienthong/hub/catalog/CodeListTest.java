package vn.lienthong.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodeListTest {
    private static final Path CATALOGUE = Path.of("mappings/catalogue");
    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    @TempDir
    private Path folder;

    private CodeList list(String... lines) throws IOException {
        return CodeList.read(Files.writeString(
                folder.resolve("list.csv"), "code,name,valid_from,valid_to\n" + String.join("\n", lines)));
    }

    static Stream<Path> ours() throws IOException {
        return Stream.concat(Stream.of(CATALOGUE.resolve("units.csv")), Files.list(CATALOGUE.resolve("lists")));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void everyListOfOursIsSoundAndIsWrittenAsItIsRead(Path file) throws IOException {
        var list = CodeList.read(file);
        var again = CodeList.read(Files.writeString(folder.resolve("again.csv"), list.csv()));

        assertThat(list.size()).isPositive();
        assertThat(again.version()).isEqualTo(list.version());
    }

    @Test
    void aCodeMeansWhatItMeantOnThatDay() {
        var units = CodeList.read(CATALOGUE.resolve("units.csv"));

        assertThat(units.at("11086", BEFORE).orElseThrow().cells()).containsEntry("commune_name", "Xã Hưng Đạo");
        assertThat(units.at("11086", DAY).orElseThrow().cells()).containsEntry("commune_name", "Xã Đại Sơn");
    }

    @Test
    void whatIsTakenOverEndsTheOldAndBeginsTheNewAndLosesNothing() throws IOException {
        var ours = list("1,Một,,", "2,Hai,,", "3,Ba,,");
        var theirs = list("1,Một,,", "2,Hai mới,,", "4,Bốn,,");

        var after = ours.takingOver(theirs, DAY);

        assertThat(ours.differences(theirs, DAY))
                .extracting(CodeList.Difference::code)
                .containsExactly("2", "3", "4");
        assertThat(after.differences(theirs, DAY)).isEmpty();
        assertThat(after.differences(ours, BEFORE)).isEmpty();
        assertThat(after.meanings("2")).hasSize(2);
        assertThat(after.at("3", DAY)).isEmpty();
        assertThat(after.takingOver(theirs, DAY).version()).isEqualTo(after.version());
        assertThat(after.version()).isNotEqualTo(ours.version());
    }

    @Test
    void aTextMayHaveCommasAndQuotes() throws IOException {
        var list = list("1,\"Một, hai \"\"ba\"\"\",,");

        assertThat(list.at("1", DAY).orElseThrow().cells()).containsEntry("name", "Một, hai \"ba\"");
        assertThat(list.csv()).contains("1,\"Một, hai \"\"ba\"\"\",,");
    }

    @Test
    void aListMayTranslateAnother() throws IOException {
        var translation = CodeList.read(
                Files.writeString(folder.resolve("own.csv"), "ethnic-groups,value,valid_from,valid_to\n01,63001,,\n"));

        assertThat(translation.translates()).hasValue("ethnic-groups");
        assertThat(translation.codes()).containsExactly("01");
        assertThat(list("1,Một,,").translates()).isEmpty();
    }

    @Test
    void tellsEveryMistake() {
        assertThatThrownBy(
                        () -> list("1,Một,2025-07-01,2025-06-30", "2,Hai,,", "2,Hai nữa,2024-01-01,", "3,Ba", ",x,,"))
                .isInstanceOf(MistakesFound.class)
                .hasMessageContaining("list.csv:2")
                .hasMessageContaining("list.csv:4")
                .hasMessageContaining("list.csv:5")
                .hasMessageContaining("list.csv:6");
    }

    @Test
    void anAgencyIsFoundInBothNotations() {
        var treasury = CodeList.read(CATALOGUE.resolve("lists/agencies.csv")).at("G12.12", DAY);

        assertThat(treasury.orElseThrow().cells()).containsEntry("lowest_first", "000.00.12.G12");
    }
}
