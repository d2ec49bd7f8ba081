package vn.lienthong.hub.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

/** Several nodes at the same order. It is looked at in a time that is the running hub's future. */
class OrderRowsIT extends HubStory {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Instant THEN = Instant.parse("2099-01-01T00:00:00Z");

    @Autowired
    private OrderRows rows;

    @Autowired
    private TransactionTemplate transaction;

    private final String number = UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    void orderInTheFuture() throws IOException {
        register(code);
        rows.insert(order(PaymentState.NEW), new byte[] {1}, "test", null, THEN);
    }

    private PaymentOrder order(PaymentState state) {
        OffsetDateTime at = Times.inOffice(CLOCK.instant());
        return new PaymentOrder(
                number,
                code,
                1,
                "payment",
                8000,
                Json.MAPPER.createObjectNode(),
                state,
                null,
                0,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                at,
                at.plusDays(1));
    }

    private List<String> claimed(Instant now) {
        var claimed = new ArrayList<String>();
        for (var one = rows.claim(now, LEASE); one.isPresent() && claimed.size() < 1000; one = rows.claim(now, LEASE)) {
            claimed.add(one.get().number());
        }
        return claimed;
    }

    @Test
    void ofThoseWhoTakeAnOrderToItsSystemOneDoes() {
        assertThat(rows.send(number, THEN, THEN.plus(LEASE))).isTrue();
        assertThat(rows.send(number, THEN, THEN.plus(LEASE))).isFalse();
    }

    @Test
    void isInOnePairOfHandsUntilThePatienceIsOver() {
        rows.move(order(PaymentState.FAILED), THEN);

        assertThat(claimed(THEN)).containsOnlyOnce(number);
        assertThat(claimed(THEN)).doesNotContain(number);
        assertThat(claimed(THEN.plus(LEASE))).containsOnlyOnce(number);
    }

    @Test
    void aNodeWaitsForNoOther() {
        rows.move(order(PaymentState.FAILED), THEN);
        var other = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        transaction.executeWithoutResult(status -> {
            assertThat(claimed(THEN)).contains(number);
            other.executeWithoutResult(meanwhile -> {
                jdbc.sql("set local lock_timeout = '2s'").update();
                assertThat(claimed(THEN)).doesNotContain(number);
            });
        });
    }

    @Test
    void whoeverLearntNothingDoesNotPutToRestWhatStandsOtherwiseByNow() {
        rows.move(order(PaymentState.PAID), THEN.plusSeconds(1));

        rows.rest(order(PaymentState.OPEN), "late", null);

        assertThat(jdbc.sql("select due_at from payment_order where number = ?")
                        .param(number)
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(THEN.plusSeconds(1));
    }
}
