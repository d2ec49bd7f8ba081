package vn.lienthong.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hub.catalog.UnitChanges.Change;
import vn.lienthong.hub.catalog.UnitChanges.Into;
import vn.lienthong.hub.catalog.UnitChanges.Split;
import vn.lienthong.hub.catalog.UnitChanges.Unchanged;

class UnitChangesTest {
    private static final Path OURS = Path.of("mappings/catalogue/unit-changes.csv");
    private static final Path ALL = Path.of("../shared/data/admin-units-old-to-new.csv");
    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);

    @TempDir
    private Path folder;

    @Test
    void aCommuneThatWentIntoOneIsThatOne() throws IOException {
        assertThat(UnitChanges.read(OURS).after("11092", BEFORE))
                .isInstanceOfSatisfying(
                        Into.class, into -> assertThat(into.change().commune()).isEqualTo("11086"));
    }

    @Test
    void aCommuneThatWasSplitIsNeverGuessed() throws IOException {
        assertThat(UnitChanges.read(OURS).after("11086", BEFORE)).isInstanceOfSatisfying(Split.class, split -> {
            assertThat(split.candidates()).extracting(Change::commune).containsExactly("11086", "11113");
            assertThat(split.question())
                    .isEqualTo("Xã Hưng Đạo (11086) đã chia vào Xã Đại Sơn (11086), Xã Tân Kỳ (11113)"
                            + " từ ngày 2025-07-01: địa chỉ thuộc nơi nào?");
        });
    }

    @Test
    void theSameCodeOfAfterwardsIsAnotherCommuneAndHasNotChanged() throws IOException {
        assertThat(UnitChanges.read(OURS).after("11086", LocalDate.of(2025, 7, 1)))
                .isInstanceOf(Unchanged.class);
    }

    @Test
    void ofTheWholeCountryFourHundredAndSixtyMustBeAsked() throws IOException {
        assumeTrue(Files.exists(ALL), "no list of all changes at " + ALL + ", so only the small one is tested");
        var rows = Files.readAllLines(ALL).stream()
                .skip(1)
                .map(row -> row.split(","))
                .toList();
        var changes = UnitChanges.read(Files.writeString(
                folder.resolve("all.csv"),
                rows.stream()
                        .map(row -> String.join(",", "2025-07-01", row[3], row[4], row[2], row[0], row[1], row[5]))
                        .collect(Collectors.joining("\n", "day,old,old_name,new_province,new,new_name,part\n", ""))));

        var old = rows.stream().map(row -> row[3]).collect(Collectors.toSet());
        assertThat(rows).hasSize(10_604);
        assertThat(old.stream().filter(code -> changes.after(code, BEFORE) instanceof Split))
                .hasSize(460);
        assertThat(old.stream().filter(code -> changes.after(code, BEFORE) instanceof Into))
                .hasSize(9_592);
    }
}
