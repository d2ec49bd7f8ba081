package vn.lienthong.hub.catalog;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the whole country, when a full list of units lies beside the project. */
class UnitsSharedDataTest {
    private static final Path ALL = Path.of("../shared/data/admin-units-2025-07-01.csv");
    private static final LocalDate A_DAY = LocalDate.of(2025, 8, 12);
    private static final int LOOK_UPS = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void holdsAllCommunesAndFindsThemFast() throws IOException {
        assumeTrue(Files.exists(ALL), "no full list of units at " + ALL + ", so only the small catalogue is tested");
        var rows = Files.readAllLines(ALL).stream()
                .skip(1)
                .map(row -> row.split(","))
                .toList();

        var units = Units.read(inOurShape(rows));

        assertThat(rows).hasSize(3_321);
        assertThat(rows)
                .allSatisfy(row -> assertThat(units.at(row[0], row[2], A_DAY))
                        .get()
                        .extracting(Unit::communeName)
                        .isEqualTo(row[3]));
        assertThat(assertTimeout(Duration.ofSeconds(5), () -> lookUp(units, rows)))
                .isEqualTo(LOOK_UPS);
    }

    private static int lookUp(Units units, List<String[]> rows) {
        int found = 0;
        for (int i = 0; i < LOOK_UPS; i++) {
            var row = rows.get(i % rows.size());
            found += units.at(row[0], row[2], A_DAY).isPresent() ? 1 : 0;
        }
        return found;
    }

    private Path inOurShape(List<String[]> rows) throws IOException {
        var csv = rows.stream()
                .map(row -> String.join(",", row[0], row[1], row[2], row[3], "", row[4], ""))
                .collect(joining(
                        "\n", "province,province_name,commune,commune_name,agency,valid_from,valid_to\n", "\n"));
        return Files.writeString(folder.resolve("units.csv"), csv);
    }
}
