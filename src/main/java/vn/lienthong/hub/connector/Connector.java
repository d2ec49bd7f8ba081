package vn.lienthong.hub.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Outcome.Unreachable;

/**
 * Calls a system through its route and reads the answer by its card. Blocking; meant for virtual threads. It never
 * retries, but for one thing that cannot double anything: a call refused because the session had ended is made once
 * more with a new one.
 */
@Component
public final class Connector {
    private static final String SEND = "send";
    private static final String PROBE = "probe";
    private static final String LOGIN = "login";
    private static final String TEST = "test";
    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final CamelRoutes routes;
    private final Sessions sessions;
    private final ExecutorService calls = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("call-", 0).factory());

    Connector(CamelRoutes routes, InstantSource clock) {
        this.routes = routes;
        this.sessions = new Sessions(clock);
    }

    /** Makes the system know what the message says. */
    public Outcome send(SystemCard card, JsonNode message, Map<String, Object> headers) {
        return outcome(card, SEND, message, headers, false);
    }

    /** Asks the system whether it has what an uncertain attempt carried. */
    public Outcome probe(SystemCard card, JsonNode message, Map<String, Object> headers) {
        return outcome(card, PROBE, message, headers, true);
    }

    /** Puts a question to the system; an acknowledged outcome carries the answer. */
    public Outcome ask(SystemCard card, String verb, JsonNode question) {
        return outcome(card, verb, question, Map.of(), false);
    }

    /** Finds out whether the system can be reached: as its route says, as its card says, or by a login. */
    public Outcome test(SystemCard card) {
        if (routes.has(route(card, TEST))) {
            return ask(card, TEST, NOTHING);
        }
        var call = card.testCall();
        if (call != null) {
            var isProbe = call.verb().equals(PROBE);
            return outcome(card, call.verb(), call.message(), Headers.of(call.message()), isProbe);
        }
        return card.sessionTtl() == null
                ? new Outcome.Uncertain("hub.no-test", "thẻ của hệ thống này chưa nói thử kết nối bằng cách nào")
                : loggedIn(card);
    }

    /** Not by the session that is held, which may be older than the trouble. */
    private Outcome loggedIn(SystemCard card) {
        try {
            login(card, route(card, LOGIN), token(card));
            return new Outcome.Acknowledged(null, null, null, null, null);
        } catch (LoginFailed e) {
            return e.outcome;
        }
    }

    private Outcome outcome(
            SystemCard card, String verb, JsonNode message, Map<String, Object> headers, boolean probe) {
        try {
            var held = held(card);
            var reply = inTime(card, route(card, verb), message, headers, held);
            if (held.isAny() && Reading.isUnauthenticated(reply, card.outcomes())) {
                drop(card, held);
                reply = inTime(card, route(card, verb), message, headers, held(card));
            }
            return probe ? Reading.ofProbe(reply, card.outcomes()) : Reading.ofSend(reply, card.outcomes());
        } catch (LoginFailed e) {
            return e.outcome;
        } catch (CallFailed e) {
            return Faults.of(e.getCause());
        }
    }

    private static String route(SystemCard card, String verb) {
        return card.route() + "." + verb;
    }

    /** What the system, and the platform on the way to it, know us by. */
    private record Held(@Nullable String session, @Nullable String token) {
        boolean isAny() {
            return session != null || token != null;
        }
    }

    private Held held(SystemCard card) {
        var token = token(card);
        var ttl = card.sessionTtl();
        return new Held(
                ttl == null ? null : sessions.of(card.id(), ttl, () -> login(card, route(card, LOGIN), token)), token);
    }

    private @Nullable String token(SystemCard card) {
        var route = Platforms.route(card, LOGIN);
        return routes.has(route)
                ? sessions.of(Platforms.tokenOf(card), Platforms.TOKEN_TTL, () -> login(card, route, null))
                : null;
    }

    private void drop(SystemCard card, Held held) {
        sessions.drop(card.id(), held.session());
        sessions.drop(Platforms.tokenOf(card), held.token());
    }

    private String login(SystemCard card, String route, @Nullable String token) {
        try {
            var reply = inTime(card, route, NOTHING, Map.of(), new Held(null, token));
            if (reply.session() == null) {
                sessions.drop(Platforms.tokenOf(card), token);
                throw loginFailed(reply.text(), reply.platformFault());
            }
            return reply.session();
        } catch (CallFailed e) {
            throw loginFailed(Faults.of(e.getCause()).text(), false);
        }
    }

    private static LoginFailed loginFailed(@Nullable String why, boolean platform) {
        var text = "không đăng nhập được" + (why == null || why.isBlank() ? "" : ": " + why);
        return new LoginFailed(new Unreachable("hub.login", text, platform));
    }

    /** The card's timeout holds for the whole call, also for an answer that drips. */
    private Reply inTime(SystemCard card, String route, JsonNode message, Map<String, Object> headers, Held held) {
        var call = new Call(card, message, held.session(), held.token());
        var running = calls.submit(() -> routes.call(call, route, headers));
        try {
            return running.get(card.limits().timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new CallFailed(java.util.Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            running.cancel(true);
            throw new CallFailed(e);
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw new CallFailed(e);
        }
    }

    private static final class CallFailed extends RuntimeException {
        CallFailed(Throwable cause) {
            super(null, cause, false, false);
        }

        @Override
        public Throwable getCause() {
            return java.util.Objects.requireNonNull(super.getCause());
        }
    }

    /** Without a session nothing was sent. */
    private static final class LoginFailed extends RuntimeException {
        private final transient Outcome outcome;

        LoginFailed(Outcome outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }
    }
}
