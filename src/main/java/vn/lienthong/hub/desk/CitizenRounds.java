package vn.lienthong.hub.desk;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.worker.Rounds;

/** Goes on noting by which citizens dossiers are found. */
@Component
class CitizenRounds extends Rounds {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    CitizenRounds(CitizenFilling filling, CitizenKey key, @Value("${hub.desk.citizen-every:PT10S}") Duration every) {
        super("desk-citizens", filling::step, key.isGiven(), every, PATIENCE);
    }
}
