package vn.lienthong.hub.intake;

import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.worker.Rounds;

/** Forgets, a few messages at a time, while there are any to forget. */
@Component
class ForgettingRounds extends Rounds {
    private static final Duration REST = Duration.ofMinutes(10);

    ForgettingRounds(Forgetting forgetting, IntakeSettings settings) {
        super("intake-forgetting", forgetting::some, settings.enabled(), REST, settings.patience());
    }
}
