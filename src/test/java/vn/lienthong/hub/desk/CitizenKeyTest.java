package vn.lienthong.hub.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CitizenKeyTest {
    private static final String KEY = "a-key-of-at-least-thirty-two-characters";

    @Test
    void hashesByItsKey() {
        var key = new CitizenKey(KEY);

        assertThat(key.hash("030085000000")).hasSize(16).isEqualTo(new CitizenKey(KEY).hash("030085000000"));
        assertThat(key.hash("030085000000")).isNotEqualTo(new CitizenKey(KEY + "!").hash("030085000000"));
        assertThat(key.mark()).isNotEqualTo(new CitizenKey(KEY + "!").mark());
    }

    @Test
    void isOffWithoutAKeyAndTakesNoShortOne() {
        assertThat(new CitizenKey("").isGiven()).isFalse();
        assertThatThrownBy(() -> new CitizenKey("short")).hasMessageContaining("hub.desk.citizen-key");
    }
}
