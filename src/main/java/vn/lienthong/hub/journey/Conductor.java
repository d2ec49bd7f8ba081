package vn.lienthong.hub.journey;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.worker.Rounds;

/** The one thread of this node that takes journeys further. */
@Component
class Conductor implements SmartLifecycle {
    private final JourneySettings settings;
    private final Rounds rounds;

    Conductor(Proceeding proceeding, JourneySettings settings) {
        this.settings = settings;
        this.rounds = new Rounds("journey", proceeding::next, settings.poll());
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

    /** After the deliveries, and stopped before them. */
    @Override
    public int getPhase() {
        return 2;
    }
}
