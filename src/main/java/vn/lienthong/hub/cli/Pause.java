package vn.lienthong.hub.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting for something outside of this program. */
final class Pause {
    private Pause() {}

    /** @throws IllegalStateException when this program is told to stop */
    static void of(Duration length) {
        try {
            if (new CountDownLatch(1).await(length.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("nobody counts down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
