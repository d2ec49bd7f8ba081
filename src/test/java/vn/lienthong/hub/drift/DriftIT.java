package vn.lienthong.hub.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.KnownFailures;
import vn.lienthong.hub.connector.Connector;
import vn.lienthong.hub.connector.Tape;
import vn.lienthong.hub.delivery.AttemptsMade;
import vn.lienthong.hub.delivery.AttemptsMade.Made;
import vn.lienthong.hub.exchange.Exchanges;
import vn.lienthong.hub.exchange.Keeping;
import vn.lienthong.hub.inquiry.Inquiries;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

/** A system answers otherwise than before: it is noticed once, with its sample, until somebody accepts it. */
class DriftIT extends HubStory {
    private static final Caller OPS = new Caller("ops", Set.of("ops"), UnitScope.EVERYWHERE);
    private static final String PORTAL_ID = "public-service-portal";
    private static final String POPULATION_ID = "population";

    @Autowired
    DriftRows rows;

    @Autowired
    ExampleFields examples;

    @Autowired
    Cards cards;

    @Autowired
    KnownFailures failures;

    @Autowired
    Keeping keeping;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Drifts drifts;

    @Autowired
    Exchanges exchanges;

    @Autowired
    Connector connector;

    @Autowired
    Inquiries inquiries;

    @Autowired
    ConfigurableApplicationContext context;

    private final List<Made> made = new CopyOnWriteArrayList<>();
    /** Of its own, so that no other story teaches it. */
    private final String operation = "drift-" + UUID.randomUUID();

    private final ApplicationListener<PayloadApplicationEvent<AttemptsMade>> ear = new ApplicationListener<>() {
        @Override
        public void onApplicationEvent(PayloadApplicationEvent<AttemptsMade> event) {
            made.addAll(event.getPayload().attempts());
        }
    };

    @BeforeEach
    void listen() {
        context.addApplicationListener(ear);
    }

    @AfterEach
    void listenNoMore() {
        context.removeApplicationListener(ear);
    }

    private Watching watching() {
        var settings = new DriftSettings(true, Duration.ZERO, 2, 100, Duration.ofMinutes(1));
        return new Watching(rows, examples, cards, failures, keeping, transaction, InstantSource.system(), settings);
    }

    /** The last attempt of the dossier at the portal, as one of an operation of its own. */
    private Made last() {
        var delivery = jdbc.sql("select max(id) from delivery where dossier = ? and system = ?")
                .params(code, PORTAL_ID)
                .query(Long.class)
                .single();
        await().atMost(PATIENCE).until(() -> made.stream().anyMatch(one -> one.delivery() == delivery));
        var one = made.stream()
                .filter(attempt -> attempt.delivery() == delivery)
                .toList()
                .getLast();
        return new Made(
                one.delivery(),
                one.n(),
                one.system(),
                operation,
                one.kind(),
                one.outcome(),
                one.startedAt(),
                one.endedAt(),
                one.tape());
    }

    private List<Drift> open() {
        return open(PORTAL_ID);
    }

    private List<Drift> open(String system) {
        return drifts.list(system, true, 100).stream()
                .filter(drift -> drift.operation().equals(operation))
                .toList();
    }

    @Test
    void isNoticedOnceWithItsSampleAndAcceptedOnce() {
        PORTAL.fault("error-code-form", Map.of("form", "number"));
        register(code);
        awaitAtPortal(code, "DELIVERED");
        var usual = last();
        var watching = watching();
        for (int i = 0; i < 3; i++) {
            watching.look(Heard.of(usual));
        }
        assertThat(open()).isEmpty();

        PORTAL.fault("error-code-form", Map.of("form", "text"));
        step(code, "10:00:00");
        awaitAtPortal(code, "DELIVERED", "DELIVERED");
        var moved = last();
        watching.look(Heard.of(moved));
        watching.look(Heard.of(moved));
        watching().look(Heard.of(moved)); // another node

        assertThat(open()).hasSize(1);
        var drift = open().getFirst();
        assertThat(drift.aspect()).isEqualTo(Aspect.SHAPE);
        assertThat(drift.moves()).contains(new Move(Move.What.TYPE, "/error_code", "number", "string"));
        var sample =
                exchanges.masked(Objects.requireNonNull(drift.delivery()), OPS).orElseThrow();
        assertThat(sample.attempts().getLast().kept()).isTrue();
        assertThat(Json.text(drift)).doesNotContain("Mẫu", "030085", code);

        var accepted = drifts.accept(drift.id(), "cổng đổi kiểu mã lỗi", OPS);
        assertThat(accepted.acceptedBy()).isEqualTo("ops");
        watching().look(Heard.of(moved));
        assertThat(open()).isEmpty();
        assertThatThrownBy(() -> drifts.accept(drift.id(), "lần nữa", OPS)).isInstanceOf(Refusal.class);
    }

    /** The answer to one question, as one of the operation of this story. */
    private Heard answer(String verb) {
        var card = cards.get(POPULATION_ID);
        var tape = new Tape(10_000);
        var began = Instant.now();
        var outcome = connector.ask(
                card, verb, Objects.requireNonNull(card.testCall()).message(), tape);
        return new Heard(POPULATION_ID, operation, outcome, began, Instant.now(), tape, null);
    }

    @Test
    void isNoticedInTheAnswerToAQuestionOfWhichNothingIsKept() {
        var watching = watching();
        var usual = answer("verify");
        for (int i = 0; i < 3; i++) {
            watching.look(usual);
        }
        assertThat(open(POPULATION_ID)).isEmpty();

        watching.look(answer("look-up")); // which has other fields

        assertThat(open(POPULATION_ID)).isNotEmpty().allMatch(drift -> drift.delivery() == null);
        assertThat(Json.text(open(POPULATION_ID))).doesNotContain("Mẫu", "MAU", "030085");
    }

    @Test
    void learnsFromQuestionsToo() {
        var card = cards.get(POPULATION_ID);

        inquiries.ask("verify-citizen", Objects.requireNonNull(card.testCall()).message(), OPS);

        awaitKnown(POPULATION_ID);
    }

    @Test
    void learnsFromWhatIsDeliveredWithoutBeingAsked() {
        register(code);
        awaitAtPortal(code, "DELIVERED");

        awaitKnown(PORTAL_ID);
    }

    private void awaitKnown(String system) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                jdbc.sql("select sum(samples) from answer_known where system = ? and aspect = 'SHAPE'")
                                        .param(system)
                                        .query(Long.class)
                                        .optional())
                        .hasValueSatisfying(samples -> assertThat(samples).isPositive()));
    }
}
