package vn.lienthong.hub.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import vn.lienthong.hub.catalog.MistakesFound;
import vn.lienthong.hub.live.FolderAlone;
import vn.lienthong.hub.live.Unsound;

class CalendarFilesTest {
    @TempDir
    private Path folder;

    @Test
    void collectsEveryMistakeWithItsLine() throws IOException {
        write("2025.yaml", """
                year: 2025
                hours: "07:00-11:30, 11:00-17:00"
                days:
                  - {off: 2025-01-25, name: Thứ bảy, announced: 2024-12-03, source: a test}
                  - {off: 2025-05-02, work: 2025-04-25, name: Hoán đổi, announced: 2024-12-03, source: a test}
                  - {off: 2025-09-01, name: Quốc khánh, announced: 2025-09-02, source: a test}
                  - {off: 2025-09-01, name: Quốc khánh, announced: 2024-12-03}
                  - {off: 2026-01-01, name: Năm khác, announced: 2024-12-03, source: a test, note: x}
                  - {off: 2025-09-05 to 2025-09-03, name: Ngược, announced: 2024-12-03, source: a test}
                """);
        write("2027.yaml", "year: 2027\nhours: \"07:00-11:30\"\n");

        assertThatThrownBy(() -> WorkingCalendar.read(folder))
                .asInstanceOf(type(MistakesFound.class))
                .satisfies(found -> assertThat(found.mistakes())
                        .map(mistake -> mistake.replace(folder + "/", ""))
                        .containsExactly(
                                "2025.yaml:2: 'hours': '07:00-11:30, 11:00-17:00': shifts must follow each other",
                                "2025.yaml:4: 'off': '2025-01-25' is a weekend day anyway",
                                "2025.yaml:5: 'work': '2025-04-25' is a working day anyway",
                                "2025.yaml:6: was announced after the day it is about",
                                "2025.yaml:7: 'off': 2025-09-01 is of another year or stands here twice",
                                "2025.yaml:7: 'source' is missing",
                                "2025.yaml:8: 'off': 2026-01-01 is of another year or stands here twice",
                                "2025.yaml:8: 'note' is not known here",
                                "2025.yaml:9: 'off': '2025-09-05 to 2025-09-03' is not like '2025-01-27 to 2025-01-31'",
                                "2027.yaml:1: the year 2027 must follow 2025"));
    }

    @Test
    void refusesAFolderWithoutAYearAndAMissingOne() {
        assertThatThrownBy(() -> WorkingCalendar.read(folder.resolve("none")))
                .isInstanceOf(MistakesFound.class)
                .hasMessageContaining("none:1: cannot be read");
        assertThatThrownBy(() -> WorkingCalendar.read(folder))
                .isInstanceOf(MistakesFound.class)
                .hasMessageContaining("holds no readable year");
    }

    @Test
    void changesItsVersionWithTheHoursOrADayButNotWithAName() throws IOException {
        var version = version("07:00-11:30", "2025-09-01", "Quốc khánh");

        assertThat(version("07:00-11:30", "2025-09-01", "Ngày Quốc khánh")).isEqualTo(version);
        assertThat(version("07:30-11:30", "2025-09-01", "Quốc khánh")).isNotEqualTo(version);
        assertThat(version("07:00-11:30", "2025-09-03", "Quốc khánh")).isNotEqualTo(version);
    }

    @Test
    void startsWithTheCommittedCalendarAndRefusesABadOne() throws IOException {
        var hub = new ApplicationContextRunner()
                .withBean(InstantSource.class, InstantSource::system)
                .withUserConfiguration(DeadlineConfiguration.class, FolderAlone.class);
        Files.createDirectories(folder.resolve("mappings/catalogue/calendar"));

        hub.run(context -> assertThat(context).hasSingleBean(Deadlines.class));
        hub.withPropertyValues("hub.home=" + folder)
                .run(context -> assertThat(context).getFailure().isInstanceOf(Unsound.class));
    }

    @Test
    void leavesOutTheWeekendInsideAHoliday() {
        assertThat(Office.CALENDAR.isWorkingDay(LocalDate.of(2024, 2, 10))).isFalse();
        assertThat(Office.CALENDAR.isWorkingDay(LocalDate.of(2024, 2, 15))).isTrue();
    }

    private String version(String hours, String off, String name) throws IOException {
        write("2025.yaml", """
                year: 2025
                hours: "%s"
                days:
                  - {off: %s, name: %s, announced: 2024-12-03, source: a test}
                """.formatted(hours, off, name));
        return WorkingCalendar.read(folder).version();
    }

    private void write(String name, String yaml) throws IOException {
        Files.writeString(folder.resolve(name), yaml);
    }
}
