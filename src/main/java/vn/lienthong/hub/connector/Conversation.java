package vn.lienthong.hub.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Outcome.Unreachable;

/**
 * One call of a system with the logins that it needs. It never retries, but for one thing that cannot double anything: a
 * call refused because the session had ended is made once more with a new one.
 */
final class Conversation {
    private static final String SEND = "send";
    private static final String PROBE = "probe";
    private static final String LOGIN = "login";
    private static final String TEST = "test";
    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final CamelRoutes routes;
    private final SystemCard card;
    private final Sessions sessions;
    private final TimeLimit limit;
    private final RouteCounts counts;
    private final @Nullable Tape tape;

    /**
     * @param card as the edition of the routes has it
     * @param tape absent where nobody will look
     */
    Conversation(
            CamelRoutes routes,
            SystemCard card,
            Sessions sessions,
            TimeLimit limit,
            RouteCounts counts,
            @Nullable Tape tape) {
        this.routes = routes;
        this.card = card;
        this.sessions = sessions;
        this.limit = limit;
        this.counts = counts;
        this.tape = tape;
    }

    Outcome send(JsonNode message, Map<String, Object> headers) {
        return outcome(SEND, message, headers, false);
    }

    Outcome probe(JsonNode message, Map<String, Object> headers) {
        return outcome(PROBE, message, headers, true);
    }

    Outcome ask(String verb, JsonNode question) {
        return outcome(verb, question, Map.of(), false);
    }

    Outcome test() {
        if (routes.has(route(TEST))) {
            return ask(TEST, NOTHING);
        }
        var call = card.testCall();
        if (call != null) {
            return test(call.verb(), call.message());
        }
        return card.sessionTtl() == null
                ? new Outcome.Uncertain("hub.no-test", "thẻ của hệ thống này chưa nói thử kết nối bằng cách nào")
                : loggedIn();
    }

    Outcome test(String verb, JsonNode message) {
        return outcome(verb, message, Headers.of(message), verb.equals(PROBE));
    }

    /** Not by the session that is held, which may be older than the trouble. */
    Outcome loggedIn() {
        try {
            login(route(LOGIN), token());
            return new Outcome.Acknowledged(null, null, null, null, null);
        } catch (LoginFailed e) {
            return e.outcome;
        }
    }

    private Outcome outcome(String verb, JsonNode message, Map<String, Object> headers, boolean probe) {
        try {
            var held = held();
            var reply = read(inTime(route(verb), message, headers, held, tape));
            if (held.isAny() && Reading.isUnauthenticated(reply, card.outcomes())) {
                drop(held);
                reply = read(inTime(route(verb), message, headers, held(), tape));
            }
            return probe ? Reading.ofProbe(reply, card.outcomes()) : Reading.ofSend(reply, card.outcomes());
        } catch (LoginFailed e) {
            return e.outcome;
        } catch (CallFailed e) {
            return Faults.of(e.getCause());
        }
    }

    private Reply read(Reply reply) {
        if (tape != null) {
            Reading.deciding(reply, card.outcomes()).ifPresent(tape::readBy);
        }
        return reply;
    }

    private String route(String verb) {
        return card.route() + "." + verb;
    }

    /** What the system, and the platform on the way to it, know us by. */
    private record Held(@Nullable String session, @Nullable String token) {
        boolean isAny() {
            return session != null || token != null;
        }
    }

    private Held held() {
        var token = token();
        var ttl = card.sessionTtl();
        var session = ttl == null ? null : sessions.of(card.id(), ttl, () -> login(route(LOGIN), token));
        if (tape != null) {
            card.credentials().values().forEach(tape::hide);
            tape.hide(session);
            tape.hide(token);
        }
        return new Held(session, token);
    }

    private @Nullable String token() {
        var route = Platforms.route(card, LOGIN);
        return routes.has(route)
                ? sessions.of(Platforms.tokenOf(card), Platforms.TOKEN_TTL, () -> login(route, null))
                : null;
    }

    private void drop(Held held) {
        sessions.drop(card.id(), held.session());
        sessions.drop(Platforms.tokenOf(card), held.token());
    }

    private String login(String route, @Nullable String token) {
        try {
            var reply = inTime(route, NOTHING, Map.of(), new Held(null, token), tape == null ? null : tape.ofSignIn());
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
    private Reply inTime(String route, JsonNode message, Map<String, Object> headers, Held held, @Nullable Tape on) {
        var call = new Call(card, message, held.session(), held.token());
        var counted = counts.begin(route);
        try {
            var reply = limit.hold(
                    card.limits().timeout(),
                    () -> on == null
                            ? routes.call(call, route, headers)
                            : on.run(() -> routes.call(call, route, headers)));
            counted.answered();
            return reply;
        } catch (Exception | StackOverflowError e) { // a mapping may call itself without end
            throw new CallFailed(e);
        } finally {
            counted.end();
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
