package vn.lienthong.hub.edition;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.hub.live.Live;
import vn.lienthong.hub.live.Running;
import vn.lienthong.hub.live.Unsound;

/** Has this node run by what another node has put live. */
@Component
class Following {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final EditionSettings settings;
    private final EditionRows rows;
    private final Candidates candidates;
    private final Live live;
    private long refused;

    Following(EditionSettings settings, EditionRows rows, Candidates candidates, Live live, MeterRegistry meters) {
        this.settings = settings;
        this.rows = rows;
        this.candidates = candidates;
        this.live = live;
        meters.gauge("hub.edition.running", live, one -> one.running().number());
    }

    @Scheduled(fixedDelayString = "${hub.edition.poll:1s}")
    void look() {
        if (!settings.enabled()) {
            return;
        }
        try {
            follow();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("editions cannot be read: {}", e.getClass().getSimpleName());
        }
    }

    private synchronized void follow() {
        var number = rows.liveNumber();
        if (number <= live.running().number() || number == refused) {
            return;
        }
        var stored = rows.find(number).orElseThrow();
        try {
            var edition = candidates.read(rows.files(stored.hash()), live);
            live.change(new Running(number, stored.liveAt().toInstant(), edition));
            LOG.info("edition {} runs", number);
        } catch (Unsound e) {
            refused = number; // what this node lacks, such as a secret, it will still lack in a second
            LOG.error(
                    "edition {} cannot go live here; edition {} runs on:\n{}",
                    number,
                    live.running().number(),
                    e.getMessage());
        }
    }
}
