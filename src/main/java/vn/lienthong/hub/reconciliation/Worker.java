package vn.lienthong.hub.reconciliation;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.worker.Rounds;

/** The one thread of this node that works on reconciliations, step by step while there are any. */
@Component
class Worker implements SmartLifecycle {
    private final ReconciliationSettings settings;
    private final Rounds rounds;

    Worker(Work work, ReconciliationSettings settings) {
        this.settings = settings;
        this.rounds = new Rounds("reconciliation", work::steps, settings.poll());
    }

    /** There is something to do. */
    void nudge() {
        rounds.nudge();
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            rounds.start();
        }
    }

    @Override
    public void stop() {
        rounds.stop(settings.patience());
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }

    /** After the routes and the deliveries, and stopped before them. */
    @Override
    public int getPhase() {
        return 2;
    }
}
