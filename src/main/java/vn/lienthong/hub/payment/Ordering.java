package vn.lienthong.hub.payment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.ledger.SubmissionRefused;
import vn.lienthong.hub.payment.Placing.Placed;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

/** First the order is durable, then its system is called; whoever repeats the wish meets the order, not the system. */
@Component
class Ordering implements Payments {
    private final Cards cards;
    private final Placing placing;
    private final OrderRows rows;
    private final Cashier cashier;
    private final Observing observing;
    private final Settling settling;
    private final TransactionTemplate transaction;
    private final PaymentSettings settings;
    private final InstantSource clock;

    Ordering(
            Cards cards,
            Placing placing,
            OrderRows rows,
            Cashier cashier,
            Observing observing,
            Settling settling,
            TransactionTemplate transaction,
            PaymentSettings settings,
            InstantSource clock) {
        this.cards = cards;
        this.placing = placing;
        this.rows = rows;
        this.cashier = cashier;
        this.observing = observing;
        this.settling = settling;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Ordered order(String dossier, @Nullable String key, JsonNode wish, Caller caller) {
        var asked = new Placing.Wish(dossier, key, wish, card(wish), wish.hasNonNull("system"), caller.client());
        var placed = Objects.requireNonNull(transaction.execute(status -> placing.place(asked)));
        var order = placed.order();
        if (order.isUnsent() && begins(order)) {
            open(placed);
        }
        return new Ordered(rows.find(order.number()).orElseThrow(), placed.known());
    }

    private SystemCard card(JsonNode wish) {
        var named = wish.path("system").textValue();
        return (named == null ? cards.usualPayment() : cards.find(named))
                .filter(card -> card.payment() != null)
                .orElseThrow(() -> new SubmissionRefused(
                        "payment.no-system", 422, "fees are not paid through this system", "/system"));
    }

    /** Of those who find an order that has not left, one takes it to its system. */
    private boolean begins(PaymentOrder order) {
        var now = clock.instant();
        return Boolean.TRUE.equals(
                transaction.execute(status -> rows.send(order.number(), now, now.plus(settings.patience()))));
    }

    private void open(Placed placed) {
        var order = placed.order();
        cards.find(order.system())
                .ifPresent(card -> observing.observe(card.id(), order.number(), cashier.open(card, order)));
    }

    @Override
    public List<PaymentOrder> of(String dossier) {
        return rows.of(dossier);
    }

    @Override
    public Optional<PaymentOrder> settle(String dossier, String number, Finding finding, String by) {
        return settling.settle(dossier, number, finding, by);
    }

    @Override
    public List<PaymentOrder> inNeedOfAPerson(UnitScope scope, @Nullable String after, int limit) {
        return rows.withAttention(scope, after, limit);
    }
}
