package vn.lienthong.hub.exchange;

import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.worker.Rounds;

/** Sweeps from time to time. */
@Component
class Sweeper extends Rounds {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    Sweeper(Sweeping sweeping, ExchangeSettings settings) {
        super("exchange-sweep", sweeping::sweep, true, settings.sweepEvery(), PATIENCE);
    }
}
