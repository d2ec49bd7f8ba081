package vn.lienthong.hub.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.deadline.WorkingCalendar;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.DossierStatus;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

class DossierStatesTest {
    private static final String DOSSIER = "H24.129-250812-0035";
    private static final Caller OPS = new Caller("ops", Set.of("ops"), UnitScope.EVERYWHERE);

    private final FakeLedger ledger = new FakeLedger();
    private Instant now = Instant.parse("2025-08-12T05:00:00Z");
    private int looks;

    private final DossierStates states = new DossierStates(
            ledger,
            dossier -> {
                looks++;
                return List.of();
            },
            new Deadlines(WorkingCalendar.read(Path.of("mappings/catalogue/calendar"))),
            new StaticListableBeanFactory(java.util.Map.of("clock", (InstantSource) () -> now))
                    .getBeanProvider(InstantSource.class));

    @BeforeEach
    void putADossier() {
        ledger.put(DOSSIER, "31", "11086", DossierStatus.RECEIVED);
        // Every wait of the ledger ends at once with news of something else, and takes all the time it was given.
        ledger.onWait = wait -> now = now.plus(wait);
    }

    private Tagged wait(Duration wait) {
        var known = List.of(states.now(DOSSIER, OPS).tag());
        looks = 0;
        return states.afterChange(DOSSIER, OPS, known, wait);
    }

    @Test
    void looksAgainEverySecondUntilTheWaitIsOver() {
        wait(Duration.ofMillis(3500));

        assertThat(ledger.waits)
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(500));
        assertThat(looks).isEqualTo(5);
    }

    @Test
    void doesNotTakeThePassingOfTimeForNews() {
        now = Instant.parse("2025-08-12T03:15:00Z");
        var first = states.now(DOSSIER, OPS);
        now = Instant.parse("2025-08-12T07:00:30Z");
        var later = states.now(DOSSIER, OPS);

        assertThat(Json.parse(first.body()).at("/deadline/minutesUsed").asInt()).isEqualTo(60);
        assertThat(Json.parse(first.body()).at("/deadline/minutesLeft").asInt()).isEqualTo(285);
        assertThat(Json.parse(later.body()).at("/deadline/minutesUsed").asInt()).isEqualTo(165);
        assertThat(Json.parse(later.body()).at("/deadline/minutesLeft").asInt()).isEqualTo(179);
        assertThat(later.tag()).isEqualTo(first.tag());
    }

    @Test
    void answersAtOnceWhatIsNew() {
        assertThat(states.afterChange(DOSSIER, OPS, List.of("\"old\""), Duration.ofSeconds(60))
                        .body())
                .isNotEmpty();
        assertThat(ledger.waits).isEmpty();
    }

    @Test
    void stopsWaitingWhenTheHubCloses() {
        ledger.onWait = wait -> states.close();

        wait(Duration.ofSeconds(60));

        assertThat(ledger.waits).hasSize(1);
    }

    @Test
    void stopsWaitingWhenInterrupted() {
        ledger.onWait = wait -> Thread.currentThread().interrupt();

        wait(Duration.ofSeconds(60));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ledger.waits).hasSize(1);
    }
}
