package vn.lienthong.hub.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
    @ParameterizedTest
    @CsvSource({
        "22:00, 06:00, 2025-10-02T23:00:00+07:00, 2025-10-03T06:00:00+07:00",
        "22:00, 06:00, 2025-10-03T05:59:00+07:00, 2025-10-03T06:00:00+07:00",
        "22:00, 06:00, 2025-10-03T06:00:00+07:00, 2025-10-03T06:00:00+07:00",
        "22:00, 06:00, 2025-10-02T21:59:00+07:00, 2025-10-02T21:59:00+07:00",
        "12:00, 13:00, 2025-10-02T12:30:00+07:00, 2025-10-02T13:00:00+07:00",
        "12:00, 13:00, 2025-10-02T11:30:00+07:00, 2025-10-02T11:30:00+07:00"
    })
    void waitsForTheirEnd(LocalTime from, LocalTime until, OffsetDateTime now, OffsetDateTime due) {
        assertThat(group(null, null, from, until).afterQuiet(now.toInstant())).isEqualTo(due.toInstant());
    }

    @Test
    void refusesGroupsThatCannotBeTold() {
        assertThatThrownBy(() -> group(URI.create("https://a.example.vn"), "short", null, null))
                .hasMessageContaining("secret");
        assertThatThrownBy(() -> group(URI.create("http://a.example.vn"), "a".repeat(24), null, null))
                .hasMessageContaining("HTTPS");
        assertThatThrownBy(() -> group(null, null, LocalTime.NOON, null)).hasMessageContaining("one end");
    }

    private static AlertSettings.Group group(URI webhook, String secret, LocalTime from, LocalTime until) {
        return new AlertSettings.Group(
                "truc-ca", List.of(), webhook, secret, Duration.ZERO, Duration.ZERO, from, until, 20, null);
    }
}
