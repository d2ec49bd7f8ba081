package vn.lienthong.hub.reconciliation;

import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.worker.Rounds;

/** Thins old reconciliations out, a few dossiers at a time, while there are any. */
@Component
class ThinningRounds extends Rounds {
    private static final Duration REST = Duration.ofMinutes(10);

    ThinningRounds(Thinning thinning, ReconciliationSettings settings) {
        super("reconciliation-thinning", thinning::some, settings.enabled(), REST, settings.patience());
    }
}
