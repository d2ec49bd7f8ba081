package vn.lienthong.hub.reconciliation;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.ComparisonRules;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.reconciliation.Reconciliation.State;

/** Takes a reconciliation one step further. Each step is one commit, so that after a crash the next step follows. */
@Component
class Work {
    private final Cards cards;
    private final RunRows runs;
    private final DiscrepancyRows discrepancies;
    private final Listing listing;
    private final Doubles doubles;
    private final Searching searching;
    private final Applying applying;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ReconciliationSettings settings;
    private final InstantSource clock;

    Work(
            Cards cards,
            RunRows runs,
            DiscrepancyRows discrepancies,
            Listing listing,
            Doubles doubles,
            Searching searching,
            Applying applying,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            ReconciliationSettings settings,
            InstantSource clock) {
        this.cards = cards;
        this.runs = runs;
        this.discrepancies = discrepancies;
        this.listing = listing;
        this.doubles = doubles;
        this.searching = searching;
        this.applying = applying;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * As many steps of one reconciliation as half of the patience of other nodes allows.
     *
     * @return false when there is nothing to do but to wait
     */
    boolean steps() {
        var begin = now();
        var run = runs.claim(begin, settings.patience());
        while (run.isPresent() && step(run.get())) {
            run = runs.unfinished(run.get().id());
            if (run.isEmpty()) {
                return true;
            }
            if (!now().isBefore(begin.plus(settings.patience().dividedBy(2)))) {
                runs.rest(run.get().id(), null, now());
                return true;
            }
        }
        return false;
    }

    private boolean step(Run run) {
        try {
            var card = cards.find(run.system()).filter(c -> c.comparison() != null);
            if (card.isEmpty()) {
                return runs.moved(run.id(), run.state(), State.FAILED, "hệ thống không còn được đối soát", null, now());
            }
            return step(
                    run, card.get(), java.util.Objects.requireNonNull(card.get().comparison()));
        } catch (Listing.CannotRead e) {
            cannotRead(run, e);
            return false;
        }
    }

    private boolean step(Run run, SystemCard card, ComparisonRules rules) {
        switch (run.state()) {
            case READING -> listing.readPage(run, card, rules, busyUntil());
            case COMPARING -> keep(run, doubles.next(run), State.SEARCHING);
            case SEARCHING -> keep(run, searching.next(run, card, rules), State.COMPARED);
            case APPLYING -> {
                return apply(run, card, rules);
            }
            default -> throw new IllegalStateException("nothing to do in " + run.state());
        }
        return true;
    }

    /** What was found and how far it came, in one commit. */
    private void keep(Run run, Pass pass, State then) {
        transaction.executeWithoutResult(status -> {
            jdbc.execute(Listing.MAY_BE_LOST);
            var reached = pass.reached();
            if (reached != null) {
                if (runs.reached(run, reached, pass.looked(), pass.found().size(), busyUntil())) {
                    discrepancies.note(run.system(), run.id(), pass.found(), now());
                }
            } else if (runs.moved(run.id(), run.state(), then, null, null, now()) && then == State.COMPARED) {
                discrepancies.closeUnseen(run, now());
            }
        });
    }

    private boolean apply(Run run, SystemCard card, ComparisonRules rules) {
        var ordered = applying.order(run, card);
        if (ordered || applying.isOnItsWay(run)) {
            runs.rest(run.id(), null, now());
            return ordered;
        }
        applying.readBack(run, card, rules);
        return ended(run);
    }

    /** Unless something was approved meanwhile: then there is more to do. */
    private boolean ended(Run run) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            runs.hold(run.id());
            return !discrepancies.toOrder(run.id(), 1).isEmpty()
                    || runs.moved(run.id(), State.APPLYING, State.APPLIED, null, null, now());
        }));
    }

    private void cannotRead(Run run, Listing.CannotRead why) {
        if (why.isForGood()) {
            runs.moved(run.id(), run.state(), State.FAILED, why.getMessage(), null, now());
        } else {
            runs.rest(run.id(), why.getMessage() + "; sẽ hỏi lại", now().plus(settings.pause()));
        }
    }

    private Instant busyUntil() {
        return now().plus(settings.patience());
    }

    private Instant now() {
        return clock.instant();
    }
}
