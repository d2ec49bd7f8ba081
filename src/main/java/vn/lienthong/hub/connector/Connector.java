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

    private Outcome outcome(
            SystemCard card, String verb, JsonNode message, Map<String, Object> headers, boolean probe) {
        try {
            var session = session(card);
            var reply = inTime(card, verb, message, headers, session);
            if (session != null && Reading.isUnauthenticated(reply, card.outcomes())) {
                sessions.drop(card, session);
                reply = inTime(card, verb, message, headers, session(card));
            }
            return probe ? Reading.ofProbe(reply, card.outcomes()) : Reading.ofSend(reply, card.outcomes());
        } catch (LoginFailed e) {
            return e.outcome;
        } catch (CallFailed e) {
            return Faults.of(e.getCause());
        }
    }

    private @Nullable String session(SystemCard card) {
        return card.sessionTtl() == null ? null : sessions.of(card, () -> login(card));
    }

    private String login(SystemCard card) {
        try {
            var reply = inTime(card, LOGIN, JsonNodeFactory.instance.objectNode(), Map.of(), null);
            if (reply.session() == null) {
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
    private Reply inTime(
            SystemCard card, String verb, JsonNode message, Map<String, Object> headers, @Nullable String session) {
        var running = calls.submit(() -> routes.call(new Call(card, message, session), verb, headers));
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
