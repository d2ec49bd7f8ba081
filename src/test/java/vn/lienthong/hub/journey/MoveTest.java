package vn.lienthong.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.deadline.WorkingCalendar;
import vn.lienthong.hub.ledger.EntryKind;

/** What a birth does next, from its entries and the clock alone. */
class MoveTest {
    private static final Journey BIRTH = read();
    private static final Deadlines DEADLINES =
            new Deadlines(WorkingCalendar.read(Path.of("mappings/catalogue/calendar")));
    private static final String NOON = "2025-08-12T11:00:00+07:00";
    private static final String NEXT_DAY = "2025-08-13T08:00:00+07:00";

    private static Journey read() {
        try {
            var file = Path.of("routes/journeys/birth.yaml");
            var mistakes = new Mistakes();
            var systems = Set.of("interlinked-services", "social-insurance");
            var journey = JourneyFile.read(file, Files.readString(file), systems, mistakes);
            mistakes.throwIfAny();
            return journey.orElseThrow();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Move next(Told told, String now) {
        Instant at = OffsetDateTime.parse(now).toInstant();
        return Move.next(told.story(BIRTH), DEADLINES, at);
    }

    private static String part(Move move) {
        return switch (move) {
            case Move.Start start -> start.part().part().id();
            case Move.GiveUp end -> end.part().part().id();
            case Move.Undo undo -> undo.part().part().id();
            case Move.Rest rest -> rest.state().name();
        };
    }

    private static Told residenceRunning() {
        return new Told()
                .started("birth-registration", "2025-08-12T09:15:00+07:00")
                .done("birth-registration", NOON)
                .started("personal-id", NOON)
                .done("personal-id", NEXT_DAY)
                .started("residence", NEXT_DAY);
    }

    @Test
    void theFirstPartBeginsWithTheReceptionOfTheDossier() {
        var move = next(new Told(), NOON);

        assertThat(move)
                .isInstanceOfSatisfying(
                        Move.Start.class, start -> assertThat(start.at()).isEqualTo(Told.RECEIVED));
        assertThat(part(move)).isEqualTo("birth-registration");
    }

    @Test
    void theTimeOfAPartBeginsWhenTheOneBeforeItWasDoneHoweverLateThatWasHeard() {
        var told = new Told()
                .started("birth-registration", "2025-08-12T09:15:00+07:00")
                .done("birth-registration", NOON);

        assertThat(next(told, "2025-08-15T10:00:00+07:00"))
                .isInstanceOfSatisfying(
                        Move.Start.class, start -> assertThat(start.at()).isEqualTo(OffsetDateTime.parse(NOON)));
    }

    @Test
    void aPartThatRunsIsWaitedForAsLongAsItsPatience() {
        var told = residenceRunning();

        assertThat(next(told, "2025-08-20T08:00:00+07:00"))
                .isInstanceOfSatisfying(
                        Move.Rest.class, rest -> assertThat(rest.until()).isNotNull());
        assertThat(part(next(told, "2025-10-01T08:00:00+07:00"))).isEqualTo("residence");
        assertThat(next(told, "2025-10-01T08:00:00+07:00")).isInstanceOf(Move.GiveUp.class);
    }

    @Test
    void aPartThatWasHeardOfLateIsWaitedForFromThenOn() {
        var told = new Told()
                .started("birth-registration", "2025-08-12T09:15:00+07:00")
                .done("birth-registration", NOON)
                .startedLate("personal-id", NOON, "2025-10-01T08:00:00+07:00");

        assertThat(next(told, "2025-10-02T08:00:00+07:00")).isInstanceOf(Move.Rest.class);
        assertThat(next(told, "2025-11-03T08:00:00+07:00")).isInstanceOf(Move.GiveUp.class);
    }

    @Test
    void aRefusedPartHoldsTheJourneyUntilAPersonDecides() {
        assertThat(part(next(residenceRunning().refused("residence", NEXT_DAY), NEXT_DAY)))
                .isEqualTo("HELD");
    }

    @Test
    void whatWasDoneAfterItHadBeenGivenUpIsDone() {
        var told = residenceRunning().refused("residence", NEXT_DAY).done("residence", NEXT_DAY);

        assertThat(part(next(told, NEXT_DAY))).isEqualTo("health-card");
    }

    @Test
    void anAnswerAfterTheEndOfAPartTurnsNothingBack() {
        var told = residenceRunning().done("residence", NEXT_DAY).refused("residence", NEXT_DAY);

        assertThat(part(next(told, NEXT_DAY))).isEqualTo("health-card");
    }

    @Test
    void aStoppedJourneyTakesBackWhatTheLawAllowsTheLastPartFirst() {
        var told = residenceRunning()
                .done("residence", NEXT_DAY)
                .started("health-card", NEXT_DAY)
                .stopped(EntryKind.JOURNEY_STOPPED, NEXT_DAY);

        assertThat(part(next(told, NEXT_DAY))).isEqualTo("health-card");
        assertThat(part(next(told.undone("health-card", NEXT_DAY), NEXT_DAY))).isEqualTo("residence");
        assertThat(part(next(told.undone("residence", NEXT_DAY), NEXT_DAY))).isEqualTo("STOPPED");
    }

    @Test
    void aWithdrawnDossierStopsItsJourney() {
        var told = new Told().stopped(EntryKind.WITHDRAWN, NOON);

        assertThat(part(next(told, NOON))).isEqualTo("STOPPED");
    }

    @Test
    void aJourneyWhosePartsAreAllDoneIsDone() {
        var told = residenceRunning()
                .done("residence", NEXT_DAY)
                .started("health-card", NEXT_DAY)
                .done("health-card", NEXT_DAY);

        assertThat(part(next(told, NEXT_DAY))).isEqualTo("DONE");
    }

    @Test
    void whatWasTakenBackStaysTakenBackWhateverIsSaidAfterwards() {
        var told = residenceRunning()
                .stopped(EntryKind.JOURNEY_STOPPED, NEXT_DAY)
                .undone("residence", NEXT_DAY)
                .done("residence", NEXT_DAY);

        assertThat(part(next(told, NEXT_DAY))).isEqualTo("STOPPED");
    }
}
