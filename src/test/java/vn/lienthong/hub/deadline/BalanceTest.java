package vn.lienthong.hub.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.deadline.Office.DEADLINES;
import static vn.lienthong.hub.deadline.Office.at;

import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalanceTest {
    private static final OffsetDateTime RECEIVED = at("2025-08-12T09:15"); // Tuesday
    private static final OffsetDateTime ISSUED = at("2025-08-15T09:15"); // three working days
    private static final long ALLOWED = 3 * 8 * 60;

    @Test
    void countsWorkingMinutesOnly() {
        assertThat(balance("2025-08-12T12:30")).isEqualTo(new Balance(ISSUED, ALLOWED - 135, 135L));
        assertThat(balance("2025-08-12T23:00")).isEqualTo(new Balance(ISSUED, ALLOWED - 345, 345L));
    }

    @Test
    void countsOnBelowNothingWhenOverdue() {
        assertThat(balance("2025-08-18T07:00:30")).isEqualTo(new Balance(ISSUED, -346L, ALLOWED + 345));
    }

    @Test
    void standsStillWhileASupplementIsWaitedFor() {
        var waiting = new Wait(at("2025-08-12T10:15"), null);

        assertThat(balance("2025-08-14T16:00", waiting)).isEqualTo(new Balance(ISSUED, ALLOWED - 60, 60L));
        assertThat(balance("2025-08-30T16:00", waiting)).isEqualTo(new Balance(ISSUED, ALLOWED - 60, 60L));
    }

    @Test
    void movesTheDueTimeByTheWorkingTimeWaited() {
        var waited = new Wait(at("2025-08-12T10:15"), at("2025-08-13T10:15"));

        assertThat(balance("2025-08-13T11:15", waited))
                .isEqualTo(new Balance(at("2025-08-18T09:15"), ALLOWED - 120, 120L));
    }

    @Test
    void movesTheDueTimeForTheFirstSupplementOnly() {
        var first = new Wait(at("2025-08-12T10:15"), at("2025-08-13T10:15"));
        var second = new Wait(at("2025-08-14T10:15"), at("2025-08-15T10:15"));

        assertThat(balance("2025-08-15T16:00", second, first).dueAt()).isEqualTo(at("2025-08-18T09:15"));
        assertThat(balance("2025-08-14T11:15", first, new Wait(at("2025-08-14T10:15"), null))
                        .minutesUsed())
                .isEqualTo(600L);
    }

    @Test
    void movesItForAsManyAsTheRulesAllow() {
        var first = new Wait(at("2025-08-12T10:15"), at("2025-08-13T10:15"));
        var second = new Wait(at("2025-08-14T10:15"), at("2025-08-15T10:15"));

        assertThat(DEADLINES
                        .balance(RECEIVED, ISSUED, List.of(first), 0, at("2025-08-15T16:00"))
                        .dueAt())
                .isEqualTo(ISSUED);
        assertThat(DEADLINES
                        .balance(RECEIVED, ISSUED, List.of(first, second), 2, at("2025-08-15T16:00"))
                        .dueAt())
                .isEqualTo(at("2025-08-19T09:15"));
    }

    @Test
    void movesNothingForADossierThatWasLateWhenItWasAsked() {
        var late = new Wait(at("2025-08-18T10:15"), at("2025-08-20T10:15"));

        assertThat(balance("2025-08-20T10:15", late)).isEqualTo(balance("2025-08-20T10:15"));
        assertThat(balance("2025-08-20T10:15", new Wait(late.from(), null))).isEqualTo(balance("2025-08-20T10:15"));
    }

    @Test
    void knowsNothingOfASupplementThatWasAskedForAfterTheEnd() {
        var after = new Wait(at("2025-08-14T10:15"), at("2025-08-15T10:15"));

        assertThat(balance("2025-08-13T10:15", after)).isEqualTo(balance("2025-08-13T10:15"));
    }

    @Test
    void tellsTheDueTimeWithoutMinutesWhereTheCalendarEnds() {
        assertThat(balance("2027-01-04T08:00")).isEqualTo(new Balance(ISSUED, null, null));
        assertThat(DEADLINES.balance(RECEIVED, at("2027-01-04T08:00"), List.of(), 1, at("2025-08-12T10:15")))
                .isEqualTo(new Balance(at("2027-01-04T08:00"), null, 60L));
    }

    @Test
    void inventsNoDueTimeBeyondTheCalendar() {
        var whole = new Wait(at("2025-08-12T10:15"), at("2026-12-31T16:00"));

        assertThat(balance("2026-12-31T16:30", whole)).isEqualTo(new Balance(null, null, null));
    }

    private static Balance balance(String at, Wait... waits) {
        return DEADLINES.balance(RECEIVED, ISSUED, List.of(waits), 1, at(at));
    }
}
