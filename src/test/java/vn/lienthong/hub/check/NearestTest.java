package vn.lienthong.hub.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final Set<String> KEYS = Set.of("limits", "retry", "breaker", "outcomes");

    @Test
    void findsWhatWasMeant() {
        assertThat(Nearest.to("limts", KEYS)).contains("limits");
        assertThat(Nearest.to("rerty", KEYS)).contains("retry");
        assertThat(Nearest.to("outcome", KEYS)).contains("outcomes");
    }

    @Test
    void guessesNothingFromFarAway() {
        assertThat(Nearest.to("colour", KEYS)).isEmpty();
        assertThat(Nearest.to("retry", Set.of())).isEmpty();
    }
}
