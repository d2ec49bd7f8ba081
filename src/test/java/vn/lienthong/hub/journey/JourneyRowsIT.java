package vn.lienthong.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.HubStory;

/** Several nodes at the same journey. It is looked at in a time that is the running hub's future. */
class JourneyRowsIT extends HubStory {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Instant THEN = Instant.parse("2099-01-01T00:00:00Z");

    @Autowired
    private JourneyRows rows;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void begin() throws IOException {
        register(code);
        rows.begin(List.of(new JourneyRows.Begun(code, "as it was")), THEN);
    }

    private List<String> claimed(Instant now) {
        var claimed = new ArrayList<String>();
        for (var one = rows.claim(now, LEASE); one.isPresent() && claimed.size() < 100; one = rows.claim(now, LEASE)) {
            claimed.add(one.get().dossier());
        }
        return claimed;
    }

    private Instant lookAt() {
        return jdbc.sql("select look_at from journey where dossier = ?")
                .param(code)
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    @Test
    void aJourneyIsBegunOnceAndKeepsItsWay() {
        rows.begin(List.of(new JourneyRows.Begun(code, "as it is now")), THEN);

        assertThat(rows.find(code).orElseThrow().definition()).isEqualTo("as it was");
    }

    @Test
    void isInOnePairOfHandsUntilThePatienceIsOver() {
        assertThat(claimed(THEN)).containsOnlyOnce(code);
        assertThat(claimed(THEN)).doesNotContain(code);
        assertThat(claimed(THEN.plus(LEASE))).containsOnlyOnce(code);
    }

    @Test
    void aNodeWaitsForNoOther() {
        var other = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        transaction.executeWithoutResult(status -> {
            assertThat(claimed(THEN)).contains(code);
            other.executeWithoutResult(meanwhile -> {
                jdbc.sql("set local lock_timeout = '2s'").update();
                assertThat(claimed(THEN)).doesNotContain(code);
            });
        });
    }

    @Test
    void whatWasHeardWhileItWasInHandIsNotSlept() {
        assertThat(claimed(THEN)).contains(code);
        rows.look(List.of(code), THEN.plusSeconds(1));

        rows.rest(code, JourneyState.RUNNING, null, THEN.plus(LEASE));

        assertThat(lookAt()).isEqualTo(THEN.plusSeconds(1));
    }
}
