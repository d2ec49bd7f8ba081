package vn.lienthong.hub.incident;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.security.UnitScope;

/** Opens what is wrong, once; tells who has to know; closes what is over. What one node sees, no other opens again. */
@Component
class Watching {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
    private static final long ONE_AT_A_TIME = 0x1C1D;

    private final Conditions conditions;
    private final IncidentRows incidents;
    private final Telling telling;
    private final AlertSender sender;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final IncidentSettings settings;
    private final InstantSource clock;

    Watching(
            Conditions conditions,
            IncidentRows incidents,
            Telling telling,
            AlertSender sender,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            IncidentSettings settings,
            InstantSource clock) {
        this.conditions = conditions;
        this.incidents = incidents;
        this.telling = telling;
        this.sender = sender;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${hub.incidents.every:PT15S}")
    void look() {
        if (!settings.enabled()) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> lookOnce());
            sender.nudge();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("incidents cannot be looked for: {}", e.getClass().getSimpleName());
        }
    }

    private void lookOnce() {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, ONE_AT_A_TIME);
        var now = clock.instant();
        conditions.at(now).forEach(found -> incidents.seen(found, now));
        incidents.closeUnseen(now.minus(settings.calm()), now).forEach(closed -> telling.closed(closed, now));
        var open = incidents.list(UnitScope.EVERYWHERE, true, Integer.MAX_VALUE);
        open.forEach(incident -> telling.open(incident, now));
        telling.digest(open, now);
    }
}
