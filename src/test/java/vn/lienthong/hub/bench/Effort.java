package vn.lienthong.hub.bench;

import java.time.Duration;

/** How long and how much is measured: the whole form, or a short one that only shows that everything runs. */
record Effort(Duration warmUp, Duration round, int rounds, int parked, int waiting, long file) {
    private static final Effort WHOLE =
            new Effort(Duration.ofSeconds(60), Duration.ofSeconds(10), 3, 100_000, 1_000_000, 1L << 30);
    private static final Effort SHORT =
            new Effort(Duration.ofSeconds(4), Duration.ofSeconds(3), 1, 2_000, 20_000, 64L << 20);

    static Effort asked() {
        return System.getProperty("bench.short") == null ? WHOLE : SHORT;
    }
}
