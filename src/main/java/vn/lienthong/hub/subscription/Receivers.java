package vn.lienthong.hub.subscription;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SubscriberRules;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.delivery.Subscriber;
import vn.lienthong.hub.delivery.Subscribers;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;

/** Keeps this node delivering to the subscriptions there are, and disables those that nobody answers any more. */
@Component
class Receivers {
    private static final Logger LOG = LoggerFactory.getLogger(Receivers.class);

    private final Cards cards;
    private final SubscriptionRows rows;
    private final Subscribers subscribers;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Receivers(
            Cards cards,
            SubscriptionRows rows,
            Subscribers subscribers,
            Audit audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.cards = cards;
        this.rows = rows;
        this.subscribers = subscribers;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The card of all receivers. */
    SystemCard card() {
        return kind().orElseThrow(() -> new Refusal(ProblemCode.HUB_NO_SUBSCRIPTIONS));
    }

    SubscriberRules rules() {
        return Objects.requireNonNull(card().subscribers());
    }

    private Optional<SystemCard> kind() {
        return cards.all().stream().filter(card -> card.subscribers() != null).findFirst();
    }

    Subscriber subscriber(Subscription subscription) {
        var card = card();
        var own = card.subscriber(card.id() + "-" + subscription.id(), subscription.url());
        return new Subscriber(own, subscription.scope(), subscription.entries());
    }

    /** Changes of other nodes arrive within a second. */
    @Scheduled(fixedDelayString = "PT1S")
    void look() {
        if (kind().isEmpty()) {
            return;
        }
        try {
            disable();
            renew();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("subscriptions cannot be read: {}", e.getClass().getSimpleName());
        }
    }

    void renew() {
        subscribers.are(rows.enabled().stream().map(this::subscriber).toList());
    }

    private void disable() {
        var allowed = card().retry().delays().stream().reduce(Duration.ZERO, Duration::plus);
        var before = Times.inOffice(clock.instant().minus(allowed));
        for (var subscription : rows.enabled()) {
            var backlog = subscribers.backlog(subscriber(subscription).card().id(), before);
            if (backlog.refused()) {
                disable(subscription, "gone");
            } else if (backlog.spent()
                    || backlog.inVain() && subscription.enabledAt().isBefore(before)) {
                disable(subscription, "not-answering");
            }
        }
    }

    private void disable(Subscription subscription, String reason) {
        transaction.executeWithoutResult(status -> {
            if (rows.disable(subscription.id(), reason)) {
                audit.write(List.of(new AuditRow(
                        subscription.client(),
                        "subscription.disabled",
                        null,
                        null,
                        null,
                        subscription.id() + " " + reason)));
            }
        });
    }
}
