package vn.lienthong.hub.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;

/**
 * Makes durable what was told about an order: how it stands then, why a person must look, and when somebody must look
 * again. All ways to learn something end here, one commit each.
 */
@Component
class Observing {
    /** Where the card is gone, nobody can be asked. */
    private static final Duration WITHOUT_A_CARD = Duration.ofHours(1);

    private final OrderRows rows;
    private final Cards cards;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Observing(OrderRows rows, Cards cards, Audit audit, TransactionTemplate transaction, InstantSource clock) {
        this.rows = rows;
        this.cards = cards;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param system that tells; it can tell of its own orders only */
    Effect observe(String system, String number, Told told) {
        return Objects.requireNonNull(transaction.execute(status -> rows.lock(number, system)
                .map(order -> keep(order, Judgement.of(order, told, clock.instant())))
                .orElse(Effect.UNKNOWN_ORDER)));
    }

    private Effect keep(PaymentOrder before, Judgement judgement) {
        var after = judgement.after();
        write(before, judgement);
        if (after.state() != before.state() || after.attention() != before.attention()) {
            record(after);
        }
        return judgement.effect();
    }

    /** Within a transaction that holds the order. */
    void write(PaymentOrder before, Judgement judgement) {
        var after = judgement.after();
        var now = clock.instant();
        if (before.state() != PaymentState.PAID) {
            rows.move(after, nextLook(after, judgement.seen(), now));
        } else if (after != before) {
            rows.warn(after);
        }
        if (after.state() == PaymentState.PAID) {
            rows.warnOthers(after);
        }
    }

    private @Nullable Instant nextLook(PaymentOrder order, News seen, Instant now) {
        return switch (order.state()) {
            case PAID -> now;
            case FAILED, EXPIRED -> null;
            case NEW -> order.expiresAt().toInstant();
            case OPEN -> nextAsking(order, now);
            case UNKNOWN ->
                order.attention() == Attention.AMOUNT_DIFFERS
                        ? null
                        : seen == News.IN_DOUBT ? now.plus(soon(order)) : nextAsking(order, now);
        };
    }

    private Instant nextAsking(PaymentOrder order, Instant now) {
        var asking = now.plus(
                ofCard(order, card -> Objects.requireNonNull(card.payment()).askAfter()));
        var end = order.expiresAt().toInstant();
        return asking.isAfter(end) && end.isAfter(now) ? end : asking;
    }

    /** The pause after a call that told nothing, longer from time to time. */
    Duration soon(PaymentOrder order) {
        return ofCard(order, card -> {
            var delays = card.retry().delays();
            return delays.get(Math.min(order.asked(), delays.size() - 1));
        });
    }

    private Duration ofCard(PaymentOrder order, Function<SystemCard, Duration> read) {
        return cards.find(order.system())
                .filter(card -> card.payment() != null)
                .map(read)
                .orElse(WITHOUT_A_CARD);
    }

    private void record(PaymentOrder order) {
        var late = order.late() ? ", late" : "";
        var attention =
                order.attention() == null ? "" : ", " + order.attention().word();
        audit.write(List.of(new AuditRow(
                order.system(),
                "payment." + order.state().name().toLowerCase(Locale.ROOT),
                order.dossier(),
                null,
                null,
                order.number() + late + attention)));
    }
}
