package vn.lienthong.hub.intake;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.Inbound;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.security.Discretion;

/** Fetches what systems do not tell by themselves, again and again, each thing on one node at a time. */
@Component
class Pulls {
    private static final Logger LOG = LoggerFactory.getLogger(Pulls.class);

    private final Cards cards;
    private final Pulling pulling;
    private final PullRows rows;
    private final IntakeSettings settings;
    private final InstantSource clock;

    Pulls(Cards cards, Pulling pulling, PullRows rows, IntakeSettings settings, InstantSource clock) {
        this.cards = cards;
        this.pulling = pulling;
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${hub.intake.poll:2s}")
    void look() {
        if (settings.enabled()) {
            fetchWhatIsDue();
        }
    }

    void fetchWhatIsDue() {
        cards.all().forEach(card -> card.inbound().pulls().forEach((name, pull) -> lookAt(card, name, pull)));
    }

    /** What goes wrong with one must not keep the others from being fetched. */
    private void lookAt(SystemCard card, String name, Inbound.Pull pull) {
        try {
            var now = clock.instant();
            rows.know(card.id(), name, now.minus(pull.back()), now);
            rows.claim(card.id(), name, now, settings.patience()).ifPresent(round -> run(card, pull, round));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the database cannot be asked: {}", e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            LOG.error(
                    "the pull {} of {} is left to the next try: {}",
                    name,
                    card.id(),
                    e.getClass().getSimpleName());
        }
    }

    private void run(SystemCard card, Inbound.Pull pull, Round round) {
        try {
            var next = pulling.page(card, pull, round);
            while (next.isValueNode() && !next.isNull()) {
                var cursor = next.asText();
                if (!rows.turnPage(round, cursor, clock.instant().plus(settings.patience()))) {
                    return; // another node goes on
                }
                round = new Round(round.system(), round.name(), round.since(), round.until(), cursor);
                next = pulling.page(card, pull, round);
            }
            rows.finish(
                    round,
                    round.until().toInstant().minus(pull.overlap()),
                    clock.instant().plus(pull.every()));
        } catch (Asking.Unasked e) {
            LOG.info("the pull {} of {} goes on later", round.name(), card.id());
            rows.rest(
                    round,
                    java.util.Objects.requireNonNullElse(Discretion.withoutIds(e.getMessage()), ""),
                    clock.instant().plus(pull.every()));
        }
    }
}
