package vn.lienthong.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hub.json.Json;

class ListsCommandTest {
    private final Shell shell = new Shell();

    @TempDir
    private Path home;

    private Path catalogue;
    private Path published;

    @BeforeEach
    void copyOurs() throws IOException {
        catalogue = Files.createDirectories(home.resolve("mappings/catalogue"));
        for (var file : new String[] {"units.csv", "unit-changes.csv"}) {
            Files.copy(Path.of("mappings/catalogue", file), catalogue.resolve(file));
        }
        published = Files.writeString(home.resolve("published.csv"), """
                province_code,province_name,commune_code,commune_name,valid_from
                31,Thành phố Hải Phòng,11086,Xã Đại Sơn Mới,2026-01-01
                """);
    }

    private int lists(String... rest) {
        var all = new java.util.ArrayList<>(java.util.List.of("lists"));
        all.addAll(java.util.List.of(rest));
        all.addAll(java.util.List.of("--home", home.toString()));
        return shell.type(all.toArray(String[]::new));
    }

    @Test
    void showsEveryListWithItsVersion() {
        assertThat(lists()).isZero();
        assertThat(shell.out()).contains("units").containsPattern("[0-9a-f]{12}");
    }

    @Test
    void saysWhatACodeMeantAndAsksWhereItWasSplit() {
        assertThat(lists("show", "units", "11086", "--on", "2025-06-30")).isZero();
        assertThat(shell.out()).contains("Xã Hưng Đạo", "?  31/11113 Xã Tân Kỳ", "địa chỉ thuộc nơi nào?");
        assertThat(lists("show", "units", "99999")).isEqualTo(ExitCode.FAILED);
        assertThat(lists("show", "nothing", "1")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void writesJsonWhenAsked() throws IOException {
        assertThat(lists("--json")).isZero();
        assertThat(Json.MAPPER.readTree(shell.out()).at("/items/0/list").asText())
                .isEqualTo("units");
        assertThat(lists("show", "units", "11086", "--on", "2025-06-30", "--json"))
                .isZero();
        var shown = Json.MAPPER.readTree(shell.out());
        assertThat(shown.at("/meanings/0/code").asText()).isEqualTo("11086");
        assertThat(shown.path("candidates")).isNotEmpty();
        assertThat(lists("diff", "units", published.toString(), "--from", "2026-01-01", "--json"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(Json.MAPPER.readTree(shell.out()).path("items")).isNotEmpty();
        assertThat(lists("import", "units", published.toString(), "--from", "2026-01-01", "--json"))
                .isZero();
        assertThat(Json.MAPPER.readTree(shell.out()).path("now").asText()).matches("[0-9a-f]{12}");
    }

    @Test
    void takesAPublishedListOverFromADayOn() throws IOException {
        var file = catalogue.resolve("units.csv");
        var before = Files.readString(file);
        assertThat(lists("diff", "units", published.toString(), "--from", "2026-01-01"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(shell.out()).contains("Xã Đại Sơn Mới");
        assertThat(file).hasContent(before);

        assertThat(lists("import", "units", published.toString(), "--from", "2026-01-01"))
                .isZero();

        assertThat(lists("show", "units", "11086", "--on", "2025-12-31")).isZero();
        assertThat(shell.out()).contains("Xã Đại Sơn").doesNotContain("Mới");
        assertThat(lists("show", "units", "11086", "--on", "2026-01-01")).isZero();
        assertThat(shell.out()).contains("Xã Đại Sơn Mới");
        assertThat(lists("diff", "units", published.toString(), "--from", "2026-01-01"))
                .isZero();
    }

    @Test
    void theHubReadsWhatWasTakenOver() {
        lists("import", "units", published.toString(), "--from", "2026-01-01");

        var units = vn.lienthong.hub.catalog.Units.read(catalogue.resolve("units.csv"));

        assertThat(units.at("31", "11086", java.time.LocalDate.of(2026, 1, 1)))
                .get()
                .extracting(vn.lienthong.hub.catalog.Unit::communeName)
                .isEqualTo("Xã Đại Sơn Mới");
    }
}
