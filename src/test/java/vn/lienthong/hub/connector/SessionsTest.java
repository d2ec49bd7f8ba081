package vn.lienthong.hub.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.catalog.SystemCard;

class SessionsTest {
    private static Desk desk;
    private static SystemCard card;

    private final AtomicInteger logins = new AtomicInteger();
    private final Sessions sessions = new Sessions(desk.clock);

    @BeforeAll
    static void start() {
        desk = new Desk();
        card = desk.card();
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private String session() {
        return sessions.of(
                card.id(), java.util.Objects.requireNonNull(card.sessionTtl()), () -> "s" + logins.incrementAndGet());
    }

    @Test
    void logInOnceForManyWhoComeTogether() {
        var gate = new CountDownLatch(1);
        var seen = new CopyOnWriteArrayList<String>();
        var callers = Stream.generate(() -> Thread.ofVirtual().start(() -> seen.add(slowLogin(gate))))
                .limit(10)
                .toList();
        await().until(() -> callers.stream().allMatch(SessionsTest::waits));
        gate.countDown();

        await().until(() -> seen.size() == callers.size());
        assertThat(seen).containsOnly("s1");
        assertThat(logins).hasValue(1);
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }

    private String slowLogin(CountDownLatch gate) {
        return sessions.of(card.id(), java.util.Objects.requireNonNull(card.sessionTtl()), () -> {
            try {
                gate.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "s" + logins.incrementAndGet();
        });
    }

    /** Many calls of one dead session come back one after the other; only the first may end it. */
    @Test
    void keepTheNewSessionWhenAnotherCallComplainsOfTheOld() {
        var old = session();
        sessions.drop(card.id(), old);
        var fresh = session();
        sessions.drop(card.id(), old);

        assertThat(session()).isEqualTo(fresh);
        assertThat(logins).hasValue(2);
    }

    @Test
    void keepNothingOfALoginThatFailed() {
        assertThatThrownBy(() -> sessions.of(card.id(), java.util.Objects.requireNonNull(card.sessionTtl()), () -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(List.of(session(), session())).containsExactly("s1", "s1");
    }
}
