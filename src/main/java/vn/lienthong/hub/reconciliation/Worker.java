package vn.lienthong.hub.reconciliation;

import org.springframework.stereotype.Component;
import vn.lienthong.hub.worker.Rounds;

/** Works on reconciliations, step by step while there are any. */
@Component
class Worker extends Rounds {
    Worker(Work work, ReconciliationSettings settings) {
        super("reconciliation", work::steps, settings.enabled(), settings.poll(), settings.patience());
    }
}
