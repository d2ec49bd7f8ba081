package vn.lienthong.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.hub.TestClock;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.deadline.WorkingCalendar;
import vn.lienthong.hub.delivery.Duty;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.DossierState;
import vn.lienthong.hub.ledger.Entry;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.ledger.Receipt;
import vn.lienthong.hub.ledger.Submission;

/** What a journey makes of what becomes of its orders, however often it is told. */
class ProceedingTest {
    private static final Deadlines DEADLINES =
            new Deadlines(WorkingCalendar.read(Path.of("mappings/catalogue/calendar")));
    private static final String CODE = "H24.129-250812-0001";

    private final TestClock clock = new TestClock();
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private Duty duty = pending();
    private List<Entry> seenBefore;
    private int appended;
    private String text = "";

    @BeforeEach
    void readAJourneyOfOneOrder() throws IOException {
        var birth = Files.readString(Path.of("routes/journeys/birth.yaml"));
        var head = birth.substring(0, birth.indexOf("parts:"));
        text = head + """
                parts:
                  - id: residence
                    title: Đăng ký thường trú
                    system: interlinked-services
                    ends: delivery
                    due: 4 working days
                    patience: 15 working days
                    undo: order
                    undoBasis: Người dân rút yêu cầu
                """;
        clock.jump(Duration.between(clock.instant(), Instant.parse("2025-08-12T02:20:00Z")));
        append(new Submission(
                null,
                "registered",
                CODE,
                EntryKind.REGISTERED,
                vn.lienthong.hub.json.Json.MAPPER.createObjectNode().put("occurredAt", "2025-08-12T09:15:00+07:00")));
    }

    private static Duty pending() {
        return new Duty(false, false, null, null);
    }

    private static Duty refused() {
        return new Duty(false, true, "E7", null);
    }

    private Duty delivered() {
        return new Duty(true, false, null, Times.inOffice(clock.instant()));
    }

    private void look() {
        proceeding().next();
    }

    /** Looks at the one journey there is whenever it is asked. */
    private Proceeding proceeding() {
        var rows = new JourneyRows(new JdbcTemplate()) {
            @Override
            Optional<Begun> claim(Instant now, Duration patience) {
                return Optional.of(new Begun(CODE, text));
            }

            @Override
            void rest(String dossier, JourneyState state, Instant until, Instant claimedUntil) {
                assertThat(dossier).isEqualTo(CODE);
            }
        };
        var catalogue = new JourneyCatalogue(() -> new JourneyCatalogue.Read(Map.of(), Set.of("interlinked-services")));
        var settings = new JourneySettings(true, Duration.ofSeconds(1), Duration.ofMinutes(1));
        return new Proceeding(
                rows, catalogue, ledger(), (entry, system) -> Optional.of(duty), DEADLINES, settings, clock);
    }

    private Ledger ledger() {
        return (Ledger) java.lang.reflect.Proxy.newProxyInstance(
                Ledger.class.getClassLoader(),
                new Class<?>[] {Ledger.class},
                (proxy, method, arguments) ->
                        method.getName().equals("entries") ? seen() : append((Submission) arguments[0]));
    }

    /** A node that is slow sees what was there before another one was faster. */
    private List<Entry> seen() {
        var seen = seenBefore == null ? List.copyOf(entries) : seenBefore;
        seenBefore = null;
        return seen;
    }

    /** Under a key that is known it adds nothing. */
    private CompletableFuture<Receipt> append(Submission submission) {
        assertThat(++appended).as("goes round in a circle").isLessThan(100);
        if (keys.add(submission.idempotencyKey())) {
            var at = OffsetDateTime.parse(submission.body().path("occurredAt").asText());
            entries.add(new Entry(
                    UUID.randomUUID(),
                    CODE,
                    entries.size() + 1,
                    submission.kind(),
                    at,
                    Told.RECEIVED,
                    Times.inOffice(clock.instant()),
                    "test",
                    submission.body(),
                    DossierState.received(Told.RECEIVED),
                    null));
        }
        return CompletableFuture.completedFuture(null);
    }

    private List<String> story() {
        return entries.stream().skip(1).map(entry -> entry.kind().word()).toList();
    }

    @Test
    void anOrderThatArrivedEndsItsPartOnceHoweverOftenThatIsTold() {
        look();
        duty = delivered();
        look();
        clock.jump(Duration.ofHours(1));
        duty = delivered(); // somebody had it sent again
        look();
        look();

        assertThat(story()).containsExactly("part-started", "part-done");
    }

    @Test
    void aRefusalHoldsThePartOnceHoweverOftenThatIsTold() {
        look();
        duty = refused();
        look();
        clock.jump(Duration.ofHours(1));
        look();

        assertThat(story()).containsExactly("part-started", "part-refused");
    }

    @Test
    void anOrderThatWasRefusedAndRepairedEndsItsPartWithoutASecondOrder() {
        look();
        duty = refused();
        look();
        clock.jump(Duration.ofHours(1));
        duty = delivered();
        look();
        look();

        assertThat(story()).containsExactly("part-started", "part-refused", "part-done");
    }

    @Test
    void aPartThatWasRefusedAfterItsOrderHadArrivedStaysRefused() {
        look();
        var early = delivered();
        clock.jump(Duration.ofHours(1));
        duty = refused();
        look();
        duty = early;
        look();

        assertThat(story()).containsExactly("part-started", "part-refused");
    }

    @Test
    void twoNodesAtTheSameStepTakeItOnce() {
        var before = List.copyOf(entries);
        look();
        seenBefore = before;
        look();

        assertThat(story()).containsExactly("part-started");
    }
}
