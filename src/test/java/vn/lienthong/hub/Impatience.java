package vn.lienthong.hub;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Every test that waits looks at once and then ever more seldom, ten times a second in the end: what is true already
 * costs nothing, and a hundred conditions one after another do not cost ten seconds.
 */
public final class Impatience implements BeforeAllCallback {
    private static final Duration FIRST = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofMillis(100);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval((count, previous) -> next(previous));
    }

    private static Duration next(Duration previous) {
        var doubled = previous.multipliedBy(2);
        return doubled.isZero() ? FIRST : doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}
