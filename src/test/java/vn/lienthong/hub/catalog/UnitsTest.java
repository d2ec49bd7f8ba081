package vn.lienthong.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitsTest {
    private static final String HEADER = "province,province_name,commune,commune_name,agency,valid_from,valid_to\n";
    private static final LocalDate LAST_DAY_OF_THE_OLD_UNITS = LocalDate.of(2025, 6, 30);
    private static final LocalDate FIRST_DAY_OF_THE_NEW_UNITS = LocalDate.of(2025, 7, 1);

    private final Units units = Units.read(Path.of("mappings/catalogue/units.csv"));

    @TempDir
    private Path folder;

    @Test
    void readsTheSameCodeAsAnotherCommuneBeforeTheFirstOfJuly() {
        assertThat(units.at("30", "11086", LAST_DAY_OF_THE_OLD_UNITS))
                .get()
                .extracting(Unit::communeName)
                .isEqualTo("Xã Hưng Đạo");
        assertThat(units.at("31", "11086", FIRST_DAY_OF_THE_NEW_UNITS))
                .get()
                .extracting(Unit::communeName, Unit::provinceName, Unit::agency)
                .containsExactly("Xã Đại Sơn", "Thành phố Hải Phòng", "H24.129");
    }

    @Test
    void knowsNoUnitWhenProvinceAndDayDisagree() {
        assertThat(units.at("31", "11086", LAST_DAY_OF_THE_OLD_UNITS)).isEmpty();
        assertThat(units.at("30", "11086", FIRST_DAY_OF_THE_NEW_UNITS)).isEmpty();
        assertThat(units.at("31", "99999", FIRST_DAY_OF_THE_NEW_UNITS)).isEmpty();
    }

    @Test
    void tellsEverythingACodeHasMeantOldestFirst() {
        assertThat(units.meanings("11086")).extracting(Unit::communeName).containsExactly("Xã Hưng Đạo", "Xã Đại Sơn");
        assertThat(units.meanings("11083")).extracting(Unit::communeName).containsExactly("Xã Đại Sơn");
        assertThat(units.meanings("99999")).isEmpty();
    }

    @Test
    void collectsEveryMistakeWithItsLine() throws IOException {
        var csv = write(HEADER
                + "31,Thành phố Hải Phòng,11086,Xã Đại Sơn,H24.129,2025-07-01,\n"
                + "3,Thành phố Hải Phòng,1108,,,2025-7-1,\n"
                + "30,Tỉnh Hải Dương,11083\n"
                + "30,Tỉnh Hải Dương,11092,Xã Bình Lăng,,2025-06-30,2020-01-01\n");

        assertThatThrownBy(() -> Units.read(csv))
                .asInstanceOf(type(MistakesFound.class))
                .satisfies(found -> assertThat(found.mistakes())
                        .map(mistake -> mistake.replace(csv.toString(), "units.csv"))
                        .containsExactly(
                                "units.csv:3: province '3' must be \\d{2}",
                                "units.csv:3: commune '1108' must be \\d{5}",
                                "units.csv:3: commune_name must be filled in, without quotes",
                                "units.csv:3: valid_from '2025-7-1' must be a day such as 2025-07-01",
                                "units.csv:4: has 3 cells, not 7",
                                "units.csv:5: valid_to is before valid_from"));
    }

    @Test
    void refusesTwoMeaningsOfOneCodeOnTheSameDay() throws IOException {
        var csv = write(HEADER
                + "30,Tỉnh Hải Dương,11086,Xã Hưng Đạo,,,2025-07-01\n"
                + "31,Thành phố Hải Phòng,11086,Xã Đại Sơn,,2025-07-01,\n");

        assertThatThrownBy(() -> Units.read(csv))
                .isInstanceOf(MistakesFound.class)
                .hasMessageEndingWith("units.csv:3: 11086 means Xã Hưng Đạo during the same time");
    }

    @Test
    void readsWhatASpreadsheetProgramSaved() throws IOException {
        var csv = write("\uFEFF" + HEADER.strip() + "\r\n31,Thành phố Hải Phòng,11086,Xã Đại Sơn,,2025-07-01,\r\n");

        assertThat(Units.read(csv).at("31", "11086", FIRST_DAY_OF_THE_NEW_UNITS))
                .isPresent();
    }

    @Test
    void refusesAnotherShapeOfFileAndAMissingOne() throws IOException {
        var csv = write("commune,name\n11086,Xã Đại Sơn\n");

        assertThatThrownBy(() -> Units.read(csv)).hasMessageContaining("units.csv:1: must begin with province,");
        assertThatThrownBy(() -> Units.read(folder.resolve("none.csv")))
                .isInstanceOf(MistakesFound.class)
                .hasMessageContaining("none.csv:1: cannot be read");
    }

    private Path write(String csv) throws IOException {
        return Files.writeString(folder.resolve("units.csv"), csv);
    }
}
