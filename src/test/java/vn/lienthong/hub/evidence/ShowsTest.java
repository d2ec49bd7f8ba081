package vn.lienthong.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.deadline.WorkingCalendar;

class ShowsTest {
    private static final WorkingMinutes WORKING =
            new WorkingMinutes(WorkingCalendar.read(Path.of("mappings/catalogue/calendar")));
    private static final OffsetDateTime OURS = OffsetDateTime.parse("2025-08-12T09:15:30+07:00");

    @Test
    void comparesMomentsInWorkingMinutes() {
        var shows = shows("2025-08-13T08:30:30+07:00");

        assertThat(shows.differs()).isTrue();
        assertThat(shows.minutes()).isEqualTo(435);
        assertThat(shows("2025-08-13T01:30:30Z")).isEqualTo(shows);
    }

    @Test
    void takesDroppedSecondsForNoDifference() {
        assertThat(shows("2025-08-12T09:15:00+07:00").differs()).isFalse();
    }

    @Test
    void comparesDaysWhereASystemKeepsNoTime() {
        assertThat(shows("2025-08-12").differs()).isFalse();
        assertThat(shows("2025-08-13").differs()).isTrue();
        assertThat(shows("2025-08-13").minutes()).isNull();
        assertThat(shows("2025-08-13").spoken()).isEqualTo("13/08/2025");
    }

    @Test
    void keepsWhatItCannotRead() {
        assertThat(shows("hôm qua").differs()).isFalse();
        assertThat(shows("hôm qua").spoken()).isEqualTo("hôm qua");
    }

    @Test
    void isNothingWhereTheSystemTellsNothing() {
        assertThat(Shows.of(MissingNode.getInstance(), OURS, WORKING)).isNull();
        assertThat(Shows.of(TextNode.valueOf(" "), OURS, WORKING)).isNull();
    }

    private static Shows shows(String stored) {
        return Objects.requireNonNull(Shows.of(TextNode.valueOf(stored), OURS, WORKING));
    }
}
