package vn.lienthong.hub.journey;

import org.springframework.stereotype.Component;
import vn.lienthong.hub.worker.Rounds;

/** Takes journeys further. */
@Component
class Conductor extends Rounds {
    Conductor(Proceeding proceeding, JourneySettings settings) {
        super("journey", proceeding::next, settings.enabled(), settings.poll(), settings.patience());
    }
}
