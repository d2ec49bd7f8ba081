package vn.lienthong.hub.intake;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.hub.catalog.Cards;

/** Messages that were kept and not settled: a node died, or the ledger could not be reached. */
@Component
class LeftOver {
    private static final Logger LOG = LoggerFactory.getLogger(LeftOver.class);

    private final Cards cards;
    private final Hearing hearing;
    private final Settling settling;
    private final ReceivedRows rows;
    private final IntakeSettings settings;
    private final InstantSource clock;

    LeftOver(
            Cards cards,
            Hearing hearing,
            Settling settling,
            ReceivedRows rows,
            IntakeSettings settings,
            InstantSource clock) {
        this.cards = cards;
        this.hearing = hearing;
        this.settling = settling;
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${hub.intake.poll:2s}")
    void look() {
        try {
            if (settings.enabled()) {
                settleWhatIsDue();
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the database cannot be asked: {}", e.getClass().getSimpleName());
        }
    }

    void settleWhatIsDue() {
        while (settledOne()) {
            LOG.debug("a message that was left is looked at");
        }
    }

    private boolean settledOne() {
        var left = rows.claim(clock.instant(), settings.patience());
        left.ifPresent(this::settle);
        return left.isPresent();
    }

    /** Of a system whose card was taken away nothing can be read; it stays until the card is back. */
    private void settle(Received received) {
        cards.find(received.system())
                .ifPresent(card -> settling.settle(
                        card, received, hearing.hear(card, received.name(), received.raw(), received.headers())));
    }
}
