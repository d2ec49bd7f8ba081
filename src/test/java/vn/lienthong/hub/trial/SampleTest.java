package vn.lienthong.hub.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.contract.Contract;

class SampleTest {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2025-08-12T09:15:30.250+07:00");

    @Test
    void keepsToTheContract() {
        var schema = Contract.load().requestSchema("registerDossier");
        assertThat(schema.check(Sample.dossier(NOW))).isEmpty();
    }

    @Test
    void hasACodeOfItsDayAndOfItsMoment() {
        assertThat(Sample.dossier(NOW).get("code").asText()).isEqualTo("H24.129-250812-333302");
        assertThat(Sample.dossier(NOW.plusNanos(100_000_000)).get("code").asText())
                .isEqualTo("H24.129-250812-333303");
        assertThat(Sample.dossier(NOW).get("receivedAt").asText()).isEqualTo("2025-08-12T09:15:30+07:00");
    }
}
