package vn.lienthong.hub.repair;

import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.worker.Rounds;

/** Takes running repairs further, step by step. */
@Component
class RepairWorker extends Rounds {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    RepairWorker(Steps steps, RepairSettings settings) {
        super("repair", steps::round, settings.enabled(), settings.poll(), PATIENCE);
    }
}
