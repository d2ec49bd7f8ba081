package vn.lienthong.hub.bench;

import java.time.Duration;
import java.util.Arrays;

/**
 * What a run of calls came to.
 *
 * @param latencies nanoseconds of the calls that were answered as expected, sorted
 * @param errors calls answered otherwise, or not at all
 * @param firstError what the first of them was answered
 */
record Measured(long[] latencies, int errors, String firstError, long nanos) {
    private static final double SECOND = 1e9;
    private static final double MILLI = 1e6;

    static Measured of(long[] latencies, int count, int errors, String firstError, long nanos) {
        var sorted = Arrays.copyOf(latencies, count);
        Arrays.sort(sorted);
        return new Measured(sorted, errors, firstError, nanos);
    }

    double perSecond() {
        return latencies.length / (nanos / SECOND);
    }

    /** Milliseconds. */
    double percentile(double percent) {
        if (latencies.length == 0) {
            return Double.NaN;
        }
        return latencies[(int) Math.min(latencies.length - 1, Math.round(latencies.length * percent / 100))] / MILLI;
    }

    @Override
    public String toString() {
        return "%.0f/s, p50 %.1f ms, p99 %.1f ms, %d errors in %s %s"
                .formatted(perSecond(), percentile(50), percentile(99), errors, Duration.ofNanos(nanos), firstError);
    }
}
