package vn.lienthong.hub.subscription;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.connector.Connector;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.delivery.Subscribers;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.problem.Problem;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;

/** Subscriptions in the database; each act of a caller is in the audit. */
@Component
class KeptSubscriptions implements Subscriptions {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final SubscriptionRows rows;
    private final Receivers receivers;
    private final Subscribers subscribers;
    private final Secrets secrets;
    private final Connector connector;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    KeptSubscriptions(
            SubscriptionRows rows,
            Receivers receivers,
            Subscribers subscribers,
            Secrets secrets,
            Connector connector,
            Audit audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.rows = rows;
        this.receivers = receivers;
        this.subscribers = subscribers;
        this.secrets = secrets;
        this.connector = connector;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Made subscribe(String url, Set<String> entries, Caller caller) {
        requireAllowed(url);
        if (rows.of(caller.client()).size() >= receivers.rules().most()) {
            throw new Refusal(ProblemCode.SUBSCRIPTION_TOO_MANY);
        }
        var now = now();
        var made =
                new Subscription(IDS.generate(), caller.client(), caller.scope(), url, entries, null, 1, now, now, now);
        var secret = secrets.shown(made.id(), made.secret());
        act("subscription.made", made, () -> rows.add(made));
        return new Made(made, secret);
    }

    private void requireAllowed(String url) {
        if (!ReceiverAddress.isAllowed(url, receivers.rules().anyAddress())) {
            throw new Refusal(
                    Problem.of(ProblemCode.SUBSCRIPTION_URL, ProblemCode.SUBSCRIPTION_URL.title(), "/url", List.of()));
        }
    }

    @Override
    public List<Standing> all(Caller caller) {
        return rows.of(caller.client()).stream().map(this::standing).toList();
    }

    @Override
    public Standing one(UUID id, Caller caller) {
        return standing(of(id, caller));
    }

    private Standing standing(Subscription subscription) {
        return new Standing(
                subscription, subscribers.backlog(system(subscription), now()).waiting());
    }

    private String system(Subscription subscription) {
        return receivers.subscriber(subscription).card().id();
    }

    private Subscription of(UUID id, Caller caller) {
        return rows.find(id)
                .filter(found -> found.client().equals(caller.client()))
                .orElseThrow(() -> new Refusal(ProblemCode.SUBSCRIPTION_NOT_FOUND));
    }

    @Override
    public Standing change(UUID id, @Nullable String url, @Nullable Set<String> entries, Caller caller) {
        var before = of(id, caller);
        if (url != null) {
            requireAllowed(url);
        }
        act(
                "subscription.changed",
                before,
                () -> rows.change(id, url == null ? before.url() : url, entries == null ? before.entries() : entries));
        return one(id, caller);
    }

    @Override
    public void end(UUID id, Caller caller) {
        var ended = of(id, caller);
        act("subscription.ended", ended, () -> {
            rows.remove(id);
            subscribers.forget(system(ended));
        });
    }

    @Override
    public Made rotate(UUID id, Caller caller) {
        var before = of(id, caller);
        act(
                "subscription.rotated",
                before,
                () -> rows.rotate(id, now().plus(receivers.rules().secretOverlap())));
        var after = of(id, caller);
        return new Made(after, secrets.shown(id, after.secret()));
    }

    @Override
    public Pinged ping(UUID id, Caller caller) {
        var card = receivers.subscriber(of(id, caller)).card();
        var event = IDS.generate().toString();
        var message = Json.MAPPER.createObjectNode();
        message.putObject("entry").put("id", event).put("event", "ping").put("occurredAt", Times.text(now()));
        var headers = Map.<String, Object>of("idempotencyKey", event + ":" + card.id(), "entry", event);
        var outcome = connector.send(card, message, headers);
        return new Pinged(outcome instanceof Outcome.Acknowledged, outcome.code());
    }

    @Override
    public Standing recover(UUID id, OffsetDateTime since, Caller caller) {
        var subscription = of(id, caller);
        act("subscription.recovered", subscription, () -> {
            rows.enable(id, now());
            subscribers.recover(receivers.subscriber(subscription), since);
        });
        return one(id, caller);
    }

    private void act(String action, Subscription about, Runnable work) {
        transaction.executeWithoutResult(status -> {
            work.run();
            audit.write(List.of(new AuditRow(
                    about.client(), action, null, null, null, about.id().toString())));
        });
        receivers.renew();
    }

    private OffsetDateTime now() {
        return Times.inOffice(clock.instant());
    }
}
