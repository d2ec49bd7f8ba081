package vn.lienthong.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.lienthong.hub.delivery.DeliveryState.LEASED;
import static vn.lienthong.hub.delivery.DeliveryState.PENDING;
import static vn.lienthong.hub.delivery.RowsInHand.delivery;

import com.sun.net.httpserver.HttpExchange;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.commit.GroupCommit;
import vn.lienthong.hub.connector.Desk;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.deadline.WorkingCalendar;

/** One dispatcher and a desk that takes one call at a time, answered when the test says so. */
class DispatcherTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(30);
    private static final DeliverySettings SETTINGS = new DeliverySettings(true, Duration.ofMillis(10), 8, LEASE_MARGIN);
    private static final Outcome DOWN = new Outcome.Unreachable("http.503", null, false);

    private Desk desk = new Desk();
    private final RowsInHand rows = new RowsInHand();
    private final List<Settled> settled = new CopyOnWriteArrayList<>();
    private final CountDownLatch answer = new CountDownLatch(1);
    private volatile CountDownLatch writing = new CountDownLatch(0);
    private final GroupCommit<Settled, Boolean> settling = new GroupCommit<>("test", 8, all -> {
        awaited(writing);
        settled.addAll(all);
        return all.stream().map(one -> true).toList();
    });

    private Dispatcher dispatcher;
    private volatile boolean away;
    /** How many had been made each time it was asked whether reports are awaited. */
    private final List<Integer> callsWhenAsked = new CopyOnWriteArrayList<>();

    @BeforeEach
    void letTheDeskWait() {
        desk.answers(this::answerLater);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answerLater(HttpExchange exchange) throws IOException {
        awaited(answer);
        Desk.answer(exchange, 200, "{\"code\": \"0\"}");
    }

    @AfterEach
    void close() {
        answer.countDown();
        if (dispatcher != null) {
            dispatcher.close();
        }
        settling.close();
        desk.close();
    }

    private static final LostTimeOfDay NOBODY_LOSES = new LostTimeOfDay(
            new SimpleMeterRegistry(),
            Procedures.read(Path.of("mappings/catalogue/procedures.yaml")),
            new Deadlines(WorkingCalendar.read(Path.of("mappings/catalogue/calendar"))));

    private Pace pace;

    @Test
    void leasesNothingInAPlannedOutageAndGoesOnByItself() {
        away = true;
        start(RowsInHand.delivery(1, DeliveryState.PENDING));
        dispatcher.nudge();
        await().during(Duration.ofMillis(100)).until(() -> rows.asked == 0);
        away = false;
        dispatcher.nudge();
        await().until(() -> rows.asked > 0);
    }

    private void start(Leased... due) {
        rows.lay(due);
        pace = new Pace(desk.card());
        dispatcher = new Dispatcher(
                desk.card(),
                rows,
                SETTINGS,
                desk.breakers(),
                caller(desk.card()),
                desk.clock,
                pace,
                () -> away,
                this::reportsAreAwaited);
    }

    private boolean reportsAreAwaited() {
        callsWhenAsked.add(desk.asked("/sync").size());
        return true;
    }

    private Caller caller(SystemCard card) {
        return new Caller(
                card,
                desk.connector(),
                desk.breakers(),
                settling,
                desk.clock,
                ObservationRegistry.NOOP,
                NOBODY_LOSES,
                pace);
    }

    /** The first is being sent, the others are leased and wait for it. */
    private void startAndAwaitTheFirstCall(Leased... due) {
        start(due);
        await().atMost(PATIENCE).until(() -> desk.asked("/sync").size() == 1);
    }

    @Test
    void letsReportsPassBeforeABacklogButNotForEver() {
        answer.countDown();
        start(delivery(1, PENDING), delivery(2, PENDING), delivery(3, PENDING));

        await().atMost(PATIENCE).until(() -> settled.size() == 3);
        assertThat(callsWhenAsked).startsWith(0, 0);
    }

    @Test
    void keepsNoDeliveryWaitingThatIsNotPartOfABacklog() {
        answer.countDown();
        start(delivery(1, PENDING));

        await().atMost(PATIENCE).until(() -> settled.size() == 1);
        assertThat(callsWhenAsked).isEmpty();
    }

    @Test
    void beginsNothingWhoseLeaseMayEndBeforeTheCallDoes() {
        var waiting = delivery(2, PENDING);
        startAndAwaitTheFirstCall(delivery(1, PENDING), waiting);
        desk.clock.jump(LEASE_MARGIN.plusSeconds(1));
        answer.countDown();

        await().atMost(PATIENCE).until(() -> rows.released.contains(waiting));
        assertThat(desk.asked("/sync")).hasSize(1);
    }

    @Test
    void beginsWhatHasWaitedNoLongerThanTheMargin() {
        startAndAwaitTheFirstCall(delivery(1, PENDING), delivery(2, PENDING));
        desk.clock.jump(LEASE_MARGIN.minusSeconds(10));
        answer.countDown();

        await().atMost(PATIENCE).until(() -> settled.size() == 2);
        assertThat(rows.released).isEmpty();
    }

    @Test
    void givesBackWhatItHasNotBegunWhenItStops() {
        var waiting = delivery(2, PENDING);
        startAndAwaitTheFirstCall(delivery(1, PENDING), waiting);
        var stopping = Thread.ofVirtual().start(dispatcher::close);

        await().atMost(PATIENCE).until(() -> rows.released.equals(List.of(waiting)));
        answer.countDown();
        await().atMost(PATIENCE).until(() -> !stopping.isAlive());
        dispatcher = null;
        assertThat(settled).singleElement().returns(1L, one -> one.delivery().id());
    }

    @Test
    void givesBackWhatItHasNotBegunWhenTheBreakerOpens() {
        var waiting = delivery(2, PENDING);
        startAndAwaitTheFirstCall(delivery(1, PENDING), waiting);
        openTheBreaker();
        answer.countDown();

        await().atMost(PATIENCE).until(() -> rows.released.equals(List.of(waiting)));
        assertThat(desk.asked("/sync")).hasSize(1);
    }

    @Test
    void leasesNothingWhileTheBreakerIsOpenAndTriesWithOneThen() {
        openTheBreaker();
        start(delivery(1, PENDING), delivery(2, PENDING), delivery(3, PENDING));
        await().pollDelay(Duration.ofMillis(200)).atMost(PATIENCE).until(() -> rows.asked == 0);

        desk.clock.jump(Duration.ofSeconds(11));
        await().atMost(PATIENCE).until(() -> desk.asked("/sync").size() == 1);
        assertThat(rows.asked).isEqualTo(1);
        answer.countDown();
        await().atMost(PATIENCE).until(() -> settled.size() == 3);
        assertThat(settled).extracting(one -> one.attempt().whileDown()).containsExactly(true, false, false);
    }

    @Test
    void looksAgainWhetherTheSystemIsBackAlthoughAtFirstThereWasNothingToTryWith() {
        openTheBreaker();
        start();
        desk.clock.jump(Duration.ofSeconds(11));
        await().atMost(PATIENCE).until(() -> rows.asked > 2);
        rows.lay(delivery(1, PENDING));
        answer.countDown();

        await().atMost(PATIENCE).until(() -> settled.size() == 1);
        assertThat(desk.breakers().isClosed(desk.card())).isTrue();
    }

    /** Two in one second, two in the next: the fifth comes in a third. */
    @Test
    void beginsNoMoreCallsInASecondThanTheCardAllows() {
        var begun = new CopyOnWriteArrayList<Long>();
        desk.close();
        desk = new Desk("rate=2/s", "concurrency=8");
        desk.answers(exchange -> {
            begun.add(System.nanoTime());
            Desk.answer(exchange, 200, "{\"code\": \"0\"}");
        });
        start(IntStream.range(1, 6).mapToObj(id -> delivery(id, PENDING)).toArray(Leased[]::new));

        await().atMost(PATIENCE).until(() -> settled.size() == 5);
        assertThat(Duration.ofNanos(begun.getLast() - begun.getFirst())).isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    void callsAgainWhileTheLastOutcomeIsWrittenDown() {
        writing = new CountDownLatch(1);
        answer.countDown();
        start(delivery(1, PENDING), delivery(2, PENDING), delivery(3, PENDING));

        await().atMost(PATIENCE).until(() -> desk.asked("/sync").size() == 2);
        assertThat(settled).isEmpty();
        writing.countDown();
        await().atMost(PATIENCE).until(() -> settled.size() == 3);
    }

    @Test
    void stopsWhenTheLastOutcomeIsWrittenDown() {
        writing = new CountDownLatch(1);
        answer.countDown();
        startAndAwaitTheFirstCall(delivery(1, PENDING));
        var stopping = Thread.ofVirtual().start(dispatcher::close);
        writing.countDown();

        await().atMost(PATIENCE).until(() -> !stopping.isAlive());
        dispatcher = null;
        assertThat(settled).hasSize(1);
    }

    private void openTheBreaker() {
        IntStream.range(0, 10).forEach(n -> desk.breakers().call(desk.card(), () -> DOWN));
        assertThat(desk.breakers().isClosed(desk.card())).isFalse();
    }

    /** Nobody knows whether a dead node had sent it, and the system cannot say. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PROBE")
    void callsADeadNodesDeliveryInDoubtWhereTheSystemCannotBeAsked(SystemCard.Uncertain uncertain) {
        answer.countDown();
        openTheBreaker();
        desk.clock.jump(Duration.ofSeconds(11));
        var card = withoutProbe(uncertain);
        assertThat(desk.breakers().tryCall(card)).isTrue();
        var doubtful = List.of(delivery(1, LEASED));
        var caller = caller(card);
        caller.settle(doubtful, caller.call(doubtful, false));

        assertThat(desk.asked("/sync")).isEmpty();
        assertThat(settled)
                .singleElement()
                .satisfies(one -> assertThat(one.outcome().code()).isEqualTo("hub.interrupted"));
        assertThat(settled.getFirst().next().state())
                .isEqualTo(uncertain == SystemCard.Uncertain.RESEND ? PENDING : DeliveryState.PARKED);
        assertThat(desk.breakers().tryCall(card))
                .as("the permission was given back")
                .isTrue();
    }

    private SystemCard withoutProbe(SystemCard.Uncertain uncertain) {
        var card = desk.card();
        return new SystemCard(
                card.id(),
                card.title(),
                card.owner(),
                card.standIn(),
                card.unknown(),
                card.url(),
                card.platform(),
                card.credentials(),
                card.settings(),
                card.sessionTtl(),
                card.receives(),
                card.times(),
                card.answers(),
                card.testCall(),
                card.limits(),
                card.retry(),
                card.breaker(),
                uncertain,
                card.outcomes(),
                card.comparison(),
                card.payment(),
                card.inbound(),
                null,
                null);
    }
}
