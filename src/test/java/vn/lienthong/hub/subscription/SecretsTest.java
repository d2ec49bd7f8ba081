package vn.lienthong.hub.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.problem.Refusal;

/** Nobody makes the secret of a receiver without the key of the hub. */
class SecretsTest {
    private static final UUID ID = UUID.fromString("0198a000-0000-7000-8000-0000000000a1");

    private static String shown(String key, UUID id, int number) {
        return new Secrets(new SubscriptionSettings(key)).shown(id, number);
    }

    @Test
    void isAnotherForEveryKeyReceiverAndNumber() {
        var key = "a key of thirty-two characters or more";

        assertThat(shown(key, ID, 1)).startsWith("whsec_").isEqualTo(shown(key, ID, 1));
        assertThat(shown(key, ID, 1))
                .isNotEqualTo(shown(key, ID, 2))
                .isNotEqualTo(shown(key, UUID.randomUUID(), 1))
                .isNotEqualTo(shown("another key of thirty-two characters", ID, 1));
    }

    @Test
    void isNoneWithoutAKey() {
        assertThatThrownBy(() -> shown(null, ID, 1)).isInstanceOf(Refusal.class);
    }
}
