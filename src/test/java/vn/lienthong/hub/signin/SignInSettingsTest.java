package vn.lienthong.hub.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInSettingsTest {
    private static SignInSettings living(Duration assertion) {
        return new SignInSettings(" ", null, Map.of(), Duration.ZERO, Duration.ZERO, assertion, Duration.ZERO);
    }

    @Test
    void anAssertionLivesFiveMinutesAtMost() {
        assertThat(living(Duration.ofMinutes(5)).publicUrl()).isNull();
        assertThatThrownBy(() -> living(Duration.ofSeconds(301))).hasMessageContaining("assertion-lives");
    }
}
