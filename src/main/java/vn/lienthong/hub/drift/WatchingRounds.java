package vn.lienthong.hub.drift;

import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.worker.Rounds;

/** Looks at one answer after the other. */
@Component
class WatchingRounds extends Rounds {
    private static final Duration REST = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    WatchingRounds(Listening listening, Watching watching, DriftSettings settings) {
        super("drift", () -> look(listening, watching), settings.enabled(), REST, PATIENCE);
    }

    private static boolean look(Listening listening, Watching watching) {
        var made = listening.take();
        made.ifPresent(watching::look);
        return made.isPresent();
    }
}
