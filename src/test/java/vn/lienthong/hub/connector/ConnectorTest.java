package vn.lienthong.hub.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.hub.json.Json;

/** What the connector never does, whatever the system at the other end does. */
class ConnectorTest {
    private static final JsonNode MESSAGE = Json.MAPPER.createObjectNode().put("dossier", "H24.129-250812-9061");

    private final CountDownLatch over = new CountDownLatch(1);
    private Desk desk = new Desk();

    @AfterEach
    void close() {
        over.countDown();
        desk.close();
    }

    @Test
    void waitsNoLongerThanTheCardSaysForAnAnswerThatDrips() {
        desk.close();
        desk = new Desk("timeout=1s");
        desk.answers(this::drip);
        var begin = System.nanoTime();

        assertThat(send()).isEqualTo(new Outcome.Uncertain("hub.timeout", Faults.NO_ANSWER));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    /** Each byte comes well within the time that a socket waits for one. */
    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (exchange) {
            for (var dripped = 0; dripped < 80 && over.getCount() > 0; dripped++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                over.await(100, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void readsNoAnswerThatIsLargerThanTheCardSays() {
        desk.answers(200, "{\"code\": \"0\", \"text\": \"%s\"}".formatted("x".repeat(2000)));

        assertThat(send()).isInstanceOf(Outcome.Uncertain.class).returns("hub.unreadable-answer", Outcome::code);
    }

    @Test
    void followsNoRedirect() {
        desk.answers(exchange -> {
            exchange.getResponseHeaders().set("Location", desk.url() + "/elsewhere");
            Desk.answer(exchange, exchange.getRequestURI().getPath().equals("/sync") ? 302 : 200, "{\"code\": \"0\"}");
        });

        assertThat(send()).isInstanceOf(Outcome.Unreachable.class);
        assertThat(probe()).isInstanceOf(Outcome.Unreachable.class);
        assertThat(desk.asked("/elsewhere")).isEmpty();
    }

    @Test
    void leavesRepeatingToTheDelivery() {
        desk.answers(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "0");
            Desk.answer(exchange, 503, "{}");
        });
        assertThat(send()).isInstanceOf(Outcome.Unreachable.class);
        assertThat(desk.asked("/sync")).hasSize(1);

        desk.answers(HttpExchange::close);
        assertThat(probe()).isInstanceOf(Outcome.Uncertain.class);
        assertThat(desk.asked("/sync")).hasSize(2);
    }

    @Test
    void keepsNoCookie() {
        desk.answers(exchange -> {
            exchange.getResponseHeaders().set("Set-Cookie", "who=somebody; Path=/");
            Desk.answer(exchange, 200, "{\"code\": \"0\"}");
        });
        send();
        send();

        assertThat(desk.asked("/sync"))
                .hasSize(2)
                .noneMatch(asked -> asked.headers().containsKey("cookie"));
    }

    @Test
    void sendsOnlyTheHeadersThatTheRouteSets() {
        desk.connector()
                .send(
                        desk.card(),
                        MESSAGE,
                        Map.of("operation", "sync", "idempotencyKey", "k", "dossier", "d", "entry", "e"));

        assertThat(desk.asked("/sync"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.headers())
                        .containsEntry("x-session", "1")
                        .doesNotContainKeys("operation", "idempotencykey", "dossier", "entry"));
    }

    @Test
    void logsInOnceMoreAndOnlyOnceWhenTheSessionIsNotAccepted() {
        desk.answers(401, "{}");

        assertThat(send()).isInstanceOf(Outcome.Unreachable.class);
        assertThat(desk.asked("/login")).hasSize(2);
        assertThat(desk.asked("/sync")).hasSize(2);
    }

    @Test
    void usesASessionUntilItEnds() {
        send();
        send();
        assertThat(desk.asked("/login")).hasSize(1);

        desk.clock.jump(Duration.ofMinutes(21));
        send();
        assertThat(desk.asked("/login")).hasSize(2);
    }

    /** A probe that the system answers with success and no word about the dossier has found nothing out. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "200, {\"code\": \"0\"}, uncertain",
                "200, {\"code\": \"3\"}, refused",
                "200, {\"code\": \"0\"; \"present\": true}, acknowledged",
                "200, {\"code\": \"0\"; \"present\": false}, absent",
                "503, {\"present\": false}, unreachable",
                "500, {}, uncertain"
            })
    void believesAProbeOnlyAClearYesOrNo(int status, String answer, String outcome) {
        desk.answers(status, answer.replace(';', ','));

        assertThat(probe().word()).isEqualTo(outcome);
    }

    @Test
    void takesTheWordOfThePlatformForThePlatforms() {
        desk.answers(exchange -> {
            exchange.getResponseHeaders().set("X-Road-Error", "Server.ServerProxy");
            Desk.answer(exchange, 500, "<html>");
        });

        assertThat(send()).isInstanceOf(Outcome.Unreachable.class).returns(true, Outcome::platform);
    }

    /** A page in place of an answer: the status is all it says. */
    @Test
    void readsTheStatusWhereTheAnswerUnderItIsNone() {
        desk.answers(503, "<html><p>busy");

        assertThat(send()).isEqualTo(new Outcome.Unreachable("http.503", null, false));
    }

    private Outcome send() {
        return desk.connector().send(desk.card(), MESSAGE, Map.of());
    }

    private Outcome probe() {
        return desk.connector().probe(desk.card(), MESSAGE, Map.of());
    }
}
