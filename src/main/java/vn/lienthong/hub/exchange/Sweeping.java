package vn.lienthong.hub.exchange;

import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Removes what has been kept long enough, some at a time. Several nodes may: what is gone is gone. */
@Component
class Sweeping {
    private static final int AT_ONCE = 500;

    private final ExchangeRows rows;
    private final ExchangeSettings settings;
    private final InstantSource clock;

    Sweeping(ExchangeRows rows, ExchangeSettings settings, InstantSource clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether there may be more. */
    boolean sweep() {
        return rows.removeBefore(clock.instant().minus(settings.keep()), AT_ONCE);
    }
}
