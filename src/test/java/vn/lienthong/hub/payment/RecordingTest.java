package vn.lienthong.hub.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.ledger.Receipt;
import vn.lienthong.hub.ledger.Submission;
import vn.lienthong.hub.ledger.SubmissionRefused;

/** What the ledger says to money that came. */
class RecordingTest {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2025-08-12T09:15:00+07:00");

    @TempDir
    Path folder;

    private final List<Submission> submitted = new ArrayList<>();
    private final List<String> noted = new ArrayList<>();
    private Throwable failure;
    private SystemCard card;

    @BeforeEach
    void readTheCard() throws Exception {
        Files.createDirectories(folder.resolve("demo"));
        Files.writeString(folder.resolve("demo/system.yaml"), """
                id: demo
                title: Demo
                owner: nobody
                standIn: true
                url: http://localhost:1
                limits: {timeout: 1s, concurrency: 1}
                retry: {delays: [1s]}
                breaker: {failureRate: 50, window: 1, minimumCalls: 1, wait: 1s}
                payment: {usual: true, paidVia: portal, askAfter: 1m, expiresAfter: 1h}
                outcomes: [{is: refused}]
                """);
        card = Cards.load(folder, new StandardEnvironment()).get("demo");
    }

    private void record() {
        var order = new PaymentOrder(
                "n1",
                "D",
                1,
                "demo",
                8000,
                Json.MAPPER.createObjectNode(),
                PaymentState.PAID,
                AT,
                0,
                null,
                null,
                "A",
                AT,
                false,
                null,
                null,
                null,
                AT,
                AT.plusDays(1));
        new Recording(ledger(), rows(), Instant::now).record(order, card);
    }

    private OrderRows rows() {
        return new OrderRows(JdbcClient.create(new SimpleDriverDataSource())) {
            @Override
            void recorded(String number, UUID entry, Instant billDueAt) {
                noted.add("recorded " + number);
            }

            @Override
            void notRecorded(String number, Attention why, String code) {
                noted.add(why.name() + " " + code);
            }
        };
    }

    private Ledger ledger() {
        return (Ledger) java.lang.reflect.Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                    submitted.add((Submission) arguments[0]);
                    return failure != null
                            ? CompletableFuture.failedFuture(failure)
                            : CompletableFuture.completedFuture(
                                    new Receipt("D", UUID.randomUUID(), 3, EntryKind.FEE_PAID, AT, false));
                });
    }

    @Test
    void anotherTryTellsTheSameUnderTheSameKey() {
        record();
        record();

        assertThat(submitted).extracting(Submission::idempotencyKey).containsExactly("n1", "n1");
        assertThat(submitted.get(1).body()).isEqualTo(submitted.get(0).body());
        assertThat(noted).containsExactly("recorded n1", "recorded n1");
    }

    @Test
    void whatIsBeingRecordedIsNotRefused() {
        failure = new SubmissionRefused("request.in-progress", 409, "running", null);

        record();

        assertThat(noted).isEmpty();
    }

    @Test
    void moneyThatTheLedgerRefusesNeedsAPerson() {
        failure = new SubmissionRefused("entry.out-of-order", 409, "paid", null);
        record();
        failure = new SubmissionRefused("dossier.finished", 409, "ended", null);
        record();

        assertThat(noted).containsExactly("PAID_TWICE entry.out-of-order", "NOT_RECORDED dossier.finished");
    }

    @Test
    void aLedgerThatCannotBeReachedIsToldAgain() {
        failure = new IllegalStateException("gone");

        assertThatThrownBy(this::record).isInstanceOf(IllegalStateException.class);
        assertThat(noted).isEmpty();
    }
}
