package vn.lienthong.hub.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Outcome.Unreachable;
import vn.lienthong.hub.live.Changed;
import vn.lienthong.hub.live.Live;

/**
 * Calls a system through its route and reads the answer by its card. Blocking; meant for virtual threads. One call is
 * made by one edition, from its card to the mapping of the answer, whatever becomes live meanwhile.
 */
@Component
public final class Connector implements DisposableBean {
    /** Bytes of each body. */
    private static final int HEARD = 64 * 1024;

    private static final Duration HEARD_EVERY = Duration.ofSeconds(5);
    private static final int MOST_QUESTIONS = 2000;

    private final Live live;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final Sampling<Question> sampling = new Sampling<>(MOST_QUESTIONS);
    private final Sessions sessions;
    private final RouteCounts counts;
    private final TimeLimit limit = new TimeLimit();

    Connector(Live live, InstantSource clock, ApplicationEventPublisher events) {
        this.live = live;
        this.clock = clock;
        this.events = events;
        this.sessions = new Sessions(clock);
        this.counts = new RouteCounts(clock);
    }

    private record Question(String system, String verb) {}

    /** Makes the system know what the message says. */
    public Outcome send(SystemCard card, JsonNode message, Map<String, Object> headers) {
        return talk(card, null, with -> with.send(message, headers));
    }

    /** The same, on tape. */
    public Outcome send(SystemCard card, JsonNode message, Map<String, Object> headers, Tape tape) {
        return talk(card, tape, with -> with.send(message, headers));
    }

    /** Asks the system whether it has what an uncertain attempt carried. */
    public Outcome probe(SystemCard card, JsonNode message, Map<String, Object> headers) {
        return talk(card, null, with -> with.probe(message, headers));
    }

    /** The same, on tape. */
    public Outcome probe(SystemCard card, JsonNode message, Map<String, Object> headers, Tape tape) {
        return talk(card, tape, with -> with.probe(message, headers));
    }

    /** Puts a question to the system; an acknowledged outcome carries the answer. */
    public Outcome ask(SystemCard card, String verb, JsonNode question) {
        var started = clock.instant();
        if (!sampling.take(new Question(card.id(), verb), started, HEARD_EVERY)) {
            return talk(card, null, with -> with.ask(verb, question));
        }
        var tape = new Tape(HEARD);
        var outcome = ask(card, verb, question, tape);
        events.publishEvent(new Asked(card.id(), verb, outcome, started, clock.instant(), tape));
        return outcome;
    }

    /** The same, on tape. */
    public Outcome ask(SystemCard card, String verb, JsonNode question, Tape tape) {
        return talk(card, tape, with -> with.ask(verb, question));
    }

    /** Finds out whether the system can be reached: as its route says, as its card says, or by a login. */
    public Outcome test(SystemCard card) {
        return talk(card, null, Conversation::test);
    }

    /** Makes one call of the route that is known to change nothing there. */
    public Outcome test(SystemCard card, String verb, JsonNode message) {
        return talk(card, null, with -> with.test(verb, message));
    }

    /** Signs in anew, where the system has sessions, and uses the session for nothing. */
    public Outcome login(SystemCard card) {
        return talk(card, null, Conversation::loggedIn);
    }

    /** Every route of the system, and how it was called on this node. */
    public List<RouteCounts.Count> routes(SystemCard card) {
        return counts.of(live.part(CamelRoutes.class).names(card.route()));
    }

    /** Nothing has gone to a system whose card was taken away. */
    private Outcome talk(SystemCard asGiven, @Nullable Tape tape, Function<Conversation, Outcome> about) {
        return live.hold(() -> {
            var routes = live.part(CamelRoutes.class);
            return routes.card(asGiven)
                    .map(card -> about.apply(new Conversation(routes, card, sessions, limit, counts, tape)))
                    .orElseGet(() -> new Unreachable("hub.removed", "hệ thống này đã được gỡ khỏi trục", false));
        });
    }

    /** A session belongs to the address and the account it was begun with. */
    @EventListener
    void follow(Changed changed) {
        var after = changed.after().part(Cards.class);
        for (var card : changed.before().part(Cards.class).all()) {
            if (!after.find(card.id()).filter(card::equals).isPresent()) {
                sessions.forget(card.id());
            }
        }
    }

    @Override
    public void destroy() {
        limit.close();
    }
}
