package vn.lienthong.hub.exchange;

import java.time.Duration;
import java.time.Instant;
import vn.lienthong.hub.connector.Sampling;

/** Which acknowledged exchanges are kept: of each system one, then none for a while. */
final class Samples {
    private static final Duration DAY = Duration.ofDays(1);

    private final ExchangeSettings settings;
    private final Sampling<String> systems = new Sampling<>(Integer.MAX_VALUE);

    Samples(ExchangeSettings settings) {
        this.settings = settings;
    }

    boolean take(String system, Instant at) {
        var perDay = settings.samplesOf().getOrDefault(system, settings.samples());
        return perDay > 0 && systems.take(system, at, DAY.dividedBy(perDay));
    }
}
