package vn.lienthong.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.connector.Tape;
import vn.lienthong.hub.json.Times;

/** Two nodes and one delivery, of a system to which this hub itself sends nothing. */
class LeaseIT extends HubStory {
    private static final String SYSTEM = "two-nodes";
    private static final SystemCard CARD = Waiting.card(SystemCard.Uncertain.PROBE, 1, 10);
    private static final Outcome YES = new Outcome.Acknowledged("0", null, "receipt", null, null);
    private static final Outcome DOUBT = new Outcome.Uncertain("hub.timeout", null);
    private static final Outcome NO = new Outcome.Refused("3", "never");

    @Autowired
    DeliveryRows rows;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Systems systems;

    @Autowired
    TransactionTemplate transaction;

    private final Instant now = CLOCK.instant();
    private final Instant leaseEnds = now.plusSeconds(10);
    private final Instant later = now.plusSeconds(20);

    @BeforeEach
    void oweOneDelivery() {
        owe(register(code).entry(), 1);
    }

    private void owe(java.util.UUID entry, int seq) {
        jdbc.sql("""
                        insert into delivery (system, dossier, seq, entry, operation, state, due_at, created_at)
                        values (?, ?, ?, ?, 'progress', 'PENDING', ?, ?)""")
                .params(SYSTEM, code, seq, entry, Times.inOffice(now), Times.inOffice(now))
                .update();
    }

    @AfterEach
    void oweNothing() {
        jdbc.sql("delete from attempt where delivery in (select id from delivery where system = ?)")
                .param(SYSTEM)
                .update();
        jdbc.sql("delete from delivery where system = ?").param(SYSTEM).update();
    }

    @Test
    void givesADeliveryToOneNodeOnly() {
        assertThat(lease(now)).hasSize(1);
        assertThat(lease(now)).isEmpty();
        assertThat(lease(leaseEnds.minusMillis(1))).isEmpty();
    }

    @Test
    void givesItToAnotherWhenTheLeaseHasRunOutWhoMustAskFirst() {
        assertThat(lease(now)).singleElement().returns(false, Leased::mustProbe);
        assertThat(lease(later)).singleElement().returns(true, Leased::mustProbe);
    }

    @Test
    void keepsTheLaterEntryWhileTheEarlierIsOut() {
        owe(step(code, "10:00:00").entry(), 2);

        var first = lease(now);
        assertThat(first).extracting(Leased::seq).containsExactly(1);
        assertThat(lease(now)).isEmpty();
        settle(first.getFirst(), YES);
        assertThat(lease(now)).extracting(Leased::seq).containsExactly(2);
    }

    @Test
    void forgetsWhatASlowNodeSaysAfterAnotherTookOver() {
        var slow = lease(now).getFirst();
        var quick = lease(later).getFirst();
        settle(slow, NO);
        assertThat(row()).containsEntry("state", "LEASED").containsEntry("tries", 0);

        settle(quick, YES);
        settle(slow, NO);
        assertThat(row())
                .containsEntry("state", "DELIVERED")
                .containsEntry("tries", 1)
                .containsEntry("receipt", "receipt");
        assertThat(jdbc.sql("select outcome from attempt where delivery = ?")
                        .param(slow.id())
                        .query(String.class)
                        .list())
                .containsExactly("acknowledged");
    }

    @Test
    void forgetsASlowNodesWordAboutTheLaterEntriesToo() {
        owe(step(code, "10:00:00").entry(), 2);
        var slow = lease(now).getFirst();
        settle(lease(later).getFirst(), YES);
        settle(slow, NO);

        assertThat(lease(later)).extracting(Leased::seq).containsExactly(2);
    }

    @Test
    void looksAtTheLaterEntriesOnlyWhenTheEarlierIsDueAgain() {
        owe(step(code, "10:00:00").entry(), 2);
        settle(lease(now).getFirst(), DOUBT);

        assertThat(dueAt(2)).isEqualTo(dueAt(1)).isAfter(now);
    }

    @Test
    void looksAtTheLaterEntriesAgainWhenTheEarlierHasArrivedAtLast() {
        owe(step(code, "10:00:00").entry(), 2);
        settle(lease(now).getFirst(), DOUBT);
        settle(lease(later).getFirst(), YES);

        assertThat(lease(now)).extracting(Leased::seq).containsExactly(2);
    }

    @Test
    void givesTheLaterEntriesNoDateWhileTheEarlierWaitsForAPerson() {
        owe(step(code, "10:00:00").entry(), 2);
        settle(lease(now).getFirst(), NO);

        assertThat(dueAt(2)).isEqualTo(Settled.HELD);
    }

    private Instant dueAt(int seq) {
        return jdbc.sql("select due_at from delivery where system = ? and seq = ?")
                .params(SYSTEM, seq)
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    @Test
    void takesBackWhatWasLeasedAndNotBegun() {
        rows.release(lease(now), now);
        assertThat(lease(now)).singleElement().returns(false, Leased::mustProbe);
    }

    @Test
    void doesNotForgetThatSomethingWasInDoubtWhenItTakesItBack() {
        lease(now);
        rows.release(lease(later), later);
        assertThat(lease(later)).singleElement().returns(true, Leased::mustProbe);
    }

    @Test
    void takesNothingBackThatAnotherHasTakenOver() {
        var slow = lease(now);
        var quick = lease(later);
        rows.release(slow, later);
        assertThat(row()).containsEntry("state", "LEASED");

        settle(quick.getFirst(), YES);
        assertThat(row()).containsEntry("state", "DELIVERED");
    }

    @Test
    void passesOverWhatAnotherNodeIsTakingAtThisMoment() {
        transaction.executeWithoutResult(other -> {
            assertThat(lease(now)).hasSize(1);
            assertThat(CompletableFuture.supplyAsync(() -> lease(now)))
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isEqualTo(List.of());
            other.setRollbackOnly();
        });
        assertThat(lease(now)).hasSize(1);
    }

    @Test
    void doesNotStumbleOverASystemWhoseCardHasGone() {
        assertThat(deliveries.legs(code)).extracting(Leg::system).doesNotContain(SYSTEM);
        assertThat(systems.all()).extracting(SystemState::id).doesNotContain(SYSTEM);
    }

    private List<Leased> lease(Instant at) {
        return rows.lease(SYSTEM, at, 10, at.plus(Duration.between(now, leaseEnds)));
    }

    private void settle(Leased delivery, Outcome outcome) {
        rows.settle(List.of(Settled.of(delivery, new Attempt(outcome, false, false, now, now, new Tape(0)), CARD)));
    }

    private Map<String, Object> row() {
        return jdbc.sql("select state, tries, receipt from delivery where system = ?")
                .param(SYSTEM)
                .query()
                .singleRow();
    }
}
