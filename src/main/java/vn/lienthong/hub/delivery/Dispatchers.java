package vn.lienthong.hub.delivery;

import io.micrometer.observation.ObservationRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.commit.GroupCommit;
import vn.lienthong.hub.connector.Breakers;
import vn.lienthong.hub.connector.Connector;
import vn.lienthong.hub.ledger.Changes;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.live.Changed;
import vn.lienthong.hub.outage.Outages;

/** One dispatcher per system that receives anything; what they learn is written down together. */
@Component
final class Dispatchers implements SmartLifecycle {
    private final Cards cards;
    private final DeliveryRows rows;
    private final DeliverySettings settings;
    private final TransactionTemplate transaction;
    private final Connector connector;
    private final Breakers breakers;
    private final Changes changes;
    private final InstantSource clock;
    private final ObservationRegistry observations;
    private final ApplicationEventPublisher events;
    private final LostTimeOfDay lost;
    private final Outages outages;
    private final Ledger ledger;
    private final Map<String, Dispatcher> bySystem = new ConcurrentHashMap<>();
    private final Map<String, Pace> paces = new ConcurrentHashMap<>();
    private Set<String> systems = Set.of();
    private volatile List<SystemCard> subscribers = List.of();
    private volatile @org.jspecify.annotations.Nullable GroupCommit<Settled, Boolean> settling;

    Dispatchers(
            Cards cards,
            DeliveryRows rows,
            DeliverySettings settings,
            TransactionTemplate transaction,
            Connector connector,
            Breakers breakers,
            Changes changes,
            InstantSource clock,
            ObservationRegistry observations,
            ApplicationEventPublisher events,
            LostTimeOfDay lost,
            Outages outages,
            Ledger ledger) {
        this.cards = cards;
        this.rows = rows;
        this.settings = settings;
        this.transaction = transaction;
        this.connector = connector;
        this.breakers = breakers;
        this.changes = changes;
        this.clock = clock;
        this.observations = observations;
        this.events = events;
        this.lost = lost;
        this.outages = outages;
        this.ledger = ledger;
    }

    /** Something is due for the system. */
    void nudge(String system) {
        var dispatcher = bySystem.get(system);
        if (dispatcher != null) {
            dispatcher.nudge();
        }
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            var settle = new GroupCommit<>("delivery", settings.batch(), this::settle);
            settling = settle;
            deliverToSystems(cards, settle);
            deliverTo(subscribers);
        }
    }

    /**
     * What was begun under the former card ends; the next begins under the new one. The request that made the change still
     * holds the edition it began with, so the cards are those that the change itself tells of.
     */
    @EventListener
    void follow(Changed changed) {
        var settle = settling;
        if (settle != null) {
            deliverToSystems(changed.after().part(Cards.class), settle);
        }
    }

    private synchronized void deliverToSystems(Cards now, GroupCommit<Settled, Boolean> settle) {
        var wanted = now.all().stream()
                .filter(card -> !card.receives().isEmpty() && card.subscribers() == null)
                .toList();
        for (var id : Set.copyOf(systems)) {
            var dispatcher = bySystem.get(id);
            if (dispatcher != null && !wanted.contains(dispatcher.card())) {
                bySystem.remove(id);
                dispatcher.rest();
            }
        }
        systems = wanted.stream().map(SystemCard::id).collect(Collectors.toUnmodifiableSet());
        wanted.forEach(card -> bySystem.computeIfAbsent(card.id(), id -> dispatcher(card, settle)));
    }

    /** The subscribers there are now: new ones are begun with, those that are gone or changed are let go. */
    synchronized void deliverTo(List<SystemCard> wanted) {
        var settle = settling;
        var before = subscribers;
        subscribers = wanted;
        if (settle == null) {
            return;
        }
        before.stream().filter(card -> !wanted.contains(card)).forEach(card -> {
            var dispatcher = bySystem.remove(card.id());
            if (dispatcher != null && wanted.stream().anyMatch(next -> next.id().equals(card.id()))) {
                dispatcher.rest();
            } else if (dispatcher != null) {
                dispatcher.close();
            }
        });
        wanted.forEach(card -> bySystem.computeIfAbsent(card.id(), id -> dispatcher(card, settle)));
    }

    private Dispatcher dispatcher(SystemCard card, GroupCommit<Settled, Boolean> settle) {
        var pace = paces.computeIfAbsent(card.id(), id -> new Pace(card));
        pace.keepTo(card.limits());
        var caller = new Caller(card, connector, breakers, settle, clock, observations, lost, pace);
        return new Dispatcher(
                card,
                rows,
                settings,
                breakers,
                caller,
                clock,
                pace,
                () -> outages.now(card.id()).isPresent(),
                ledger::isAwaited);
    }

    private List<Boolean> settle(List<Settled> all) {
        transaction.executeWithoutResult(status -> {
            var made = rows.settle(all).stream().map(Settled::made).toList();
            events.publishEvent(new AttemptsMade(made));
            publishTimes(all);
            publishEnded(all);
        });
        all.forEach(settled -> changes.happened(settled.delivery().dossier()));
        return all.stream().map(settled -> true).toList();
    }

    private void publishTimes(List<Settled> all) {
        var stored =
                all.stream().map(Settled::timesStored).flatMap(Optional::stream).toList();
        if (!stored.isEmpty()) {
            events.publishEvent(new TimesStored(stored));
        }
    }

    private void publishEnded(List<Settled> all) {
        var ended = all.stream().map(Settled::ended).flatMap(Optional::stream).toList();
        if (!ended.isEmpty()) {
            events.publishEvent(new DeliveriesEnded(ended));
        }
    }

    /**
     * Calls in flight finish and are written down; what was leased and not begun is given back. All are told before one
     * is waited for, so that a stop takes as long as the slowest system and not as all of them together.
     */
    @Override
    public void stop() {
        bySystem.values().forEach(Dispatcher::rest);
        bySystem.values().forEach(Dispatcher::close);
        bySystem.clear();
        var writing = settling;
        if (writing != null) {
            writing.close();
            settling = null;
        }
    }

    @Override
    public boolean isRunning() {
        return settling != null;
    }

    /** After the routes, and stopped before them. */
    @Override
    public int getPhase() {
        return 1;
    }
}
