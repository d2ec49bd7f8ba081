package vn.lienthong.hub.payment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;

/** Looks at the orders that somebody must look at: asks about the unconfirmed, records the paid, fetches receipts. */
@Component
class Pursuing {
    private static final int TRIES_FOR_A_BILL = 10;

    private final Cards cards;
    private final OrderRows rows;
    private final Cashier cashier;
    private final Observing observing;
    private final Recording recording;
    private final PaymentSettings settings;
    private final InstantSource clock;

    Pursuing(
            Cards cards,
            OrderRows rows,
            Cashier cashier,
            Observing observing,
            Recording recording,
            PaymentSettings settings,
            InstantSource clock) {
        this.cards = cards;
        this.rows = rows;
        this.cashier = cashier;
        this.observing = observing;
        this.recording = recording;
        this.settings = settings;
        this.clock = clock;
    }

    /** The next order that waits, for this node. */
    Optional<PaymentOrder> claim() {
        return rows.claim(clock.instant(), settings.patience());
    }

    void look(PaymentOrder order) {
        cards.find(order.system())
                .filter(card -> card.payment() != null)
                .ifPresentOrElse(
                        card -> look(order, card),
                        () -> rows.rest(order, null, clock.instant().plus(observing.soon(order))));
    }

    private void look(PaymentOrder order, SystemCard card) {
        switch (order.state()) {
            case NEW -> observe(order, unanswered(order));
            case OPEN, UNKNOWN -> ask(order, card);
            case PAID -> settle(order, card);
            case FAILED, EXPIRED -> rows.rest(order, null, null);
        }
    }

    /** One that never left can wait no longer; of one that did, its node died before the answer. */
    private static Told unanswered(PaymentOrder order) {
        return order.isUnsent() ? Told.bare(News.TIME_OVER, order.code()) : Told.bare(News.IN_DOUBT, "hub.interrupted");
    }

    private void ask(PaymentOrder order, SystemCard card) {
        var told = cashier.ask(card, order);
        if (told.what() == News.IN_DOUBT) {
            rows.rest(order, told.code(), clock.instant().plus(observing.soon(order)));
        } else {
            observe(order, isOver(order, card) && isOpen(told) ? Told.bare(News.TIME_OVER, told.code()) : told);
        }
    }

    /**
     * Only after its end, and only by an answer: an order is never given up unasked. One that nobody was sent to pay, for
     * its answer was lost, ends when a confirmation would be missed.
     */
    private boolean isOver(PaymentOrder order, SystemCard card) {
        var end = order.payUrl() == null
                ? order.createdAt().plus(Objects.requireNonNull(card.payment()).askAfter())
                : order.expiresAt();
        return !clock.instant().isBefore(end.toInstant());
    }

    private static boolean isOpen(Told told) {
        return told.what() == News.PENDING || told.what() == News.ABSENT;
    }

    private void observe(PaymentOrder order, Told told) {
        observing.observe(order.system(), order.number(), told);
    }

    private void settle(PaymentOrder order, SystemCard card) {
        if (order.entry() == null) {
            recording.record(order, card);
        } else if (Objects.requireNonNull(card.payment()).bill() && order.receipt() == null) {
            cashier.bill(card, order)
                    .ifPresentOrElse(
                            receipt -> rows.billed(order.number(), receipt),
                            () -> rows.rest(order, null, nextTryForABill(order)));
        } else {
            rows.rest(order, null, null);
        }
    }

    private @Nullable Instant nextTryForABill(PaymentOrder order) {
        return order.asked() < TRIES_FOR_A_BILL ? clock.instant().plus(observing.soon(order)) : null;
    }
}
