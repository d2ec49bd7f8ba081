package vn.lienthong.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import vn.lienthong.hub.live.FolderAlone;
import vn.lienthong.hub.live.Live;
import vn.lienthong.hub.live.Unsound;

class CodeListConfigurationTest {
    private final ApplicationContextRunner hub =
            new ApplicationContextRunner().withUserConfiguration(CodeListConfiguration.class, FolderAlone.class);

    @TempDir
    private Path folder;

    @Test
    void findsTheCodeListsInTheWorkingFolder() {
        hub.run(context -> assertThat(context).hasSingleBean(Units.class).hasSingleBean(Procedures.class));
    }

    @Test
    void takesAProvincesOwnListOfUnits() throws IOException {
        var own = write("31,Thành phố Hải Phòng,11137,Xã Của Riêng,,2025-07-01,\n");

        hub.withPropertyValues("hub.catalog.units=" + own)
                .run(context -> assertThat(context.getBean(Units.class).at("31", "11137", LocalDate.of(2025, 7, 1)))
                        .isPresent());
    }

    @Test
    void mappingsLookUnitsUpInTheSameList() throws IOException {
        var own = write("31,Thành phố Hải Phòng,11137,Xã Của Riêng,,2025-07-01,\n");

        hub.withPropertyValues("hub.catalog.units=" + own).run(context -> {
            var lists = context.getBean(Live.class).part(CodeLists.class);
            assertThat(lists.find(CodeLists.UNITS).orElseThrow().codes()).containsExactly("11137");
            assertThat(lists.all()).containsKeys("agencies", "ethnic-groups");
        });
    }

    @Test
    void refusesToStartOnABadFile() throws IOException {
        var bad = write("31,Thành phố Hải Phòng,111,Xã Hỏng,,2025-07-01,\n");

        hub.withPropertyValues("hub.catalog.units=" + bad)
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(Unsound.class)
                        .hasMessageEndingWith("units.csv:2: commune '111' must be \\d{5}"));
    }

    private Path write(String row) throws IOException {
        var header = "province,province_name,commune,commune_name,agency,valid_from,valid_to\n";
        return Files.writeString(folder.resolve("units.csv"), header + row);
    }
}
