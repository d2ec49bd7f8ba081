package vn.lienthong.hub.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What routes see of a message. */
class SentTest {
    private static com.fasterxml.jackson.databind.JsonNode form(String text) {
        return Sent.tree(text.getBytes(UTF_8), Map.of(), true).path("body");
    }

    @Test
    void aFormIsReadFieldByField() {
        assertThat(form("a=1&b=x%20y").toString()).isEqualTo("{\"a\":\"1\",\"b\":\"x y\"}");
    }

    @Test
    void aFieldThatStandsTwiceCouldSayTwoThingsToTwoReaders() {
        assertThatThrownBy(() -> form("amount=1&amount=100")).hasMessageContaining("twice");
    }

    @Test
    void aBrokenEscapeIsSaidWithoutWhatStandsThere() {
        assertThatThrownBy(() -> form("a=%zz")).hasMessage("a broken escape in the form");
    }
}
