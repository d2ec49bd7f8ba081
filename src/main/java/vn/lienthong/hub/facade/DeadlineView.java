package vn.lienthong.hub.facade;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.deadline.Balance;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.Dossier;

/** Until when a dossier must be settled, as the contract shows it. */
record DeadlineView(
        @Nullable OffsetDateTime dueAt,
        @Nullable OffsetDateTime issuedDueAt,
        @Nullable String source,
        @Nullable String rule,
        @Nullable String calendarVersion,
        @Nullable String ruleVersion,
        @Nullable String processVersion,
        @Nullable Long minutesLeft,
        @Nullable Long minutesUsed) {

    private static final Balance NONE = new Balance(null, null, null);

    static DeadlineView of(Dossier dossier, Deadlines deadlines, Instant now) {
        var balance = dossier.balance(deadlines, now).orElse(NONE);
        var issued = office(dossier.dueAt());
        var dueAt = office(balance.dueAt());
        return new DeadlineView(
                dueAt,
                issued == null || issued.equals(dueAt) ? null : issued,
                dossier.dueSource(),
                dossier.rules()
                        .map(rules -> rules.through(dossier.channel()).toString())
                        .orElse(null),
                dossier.calendarVersion(),
                dossier.ruleVersion(),
                dossier.processVersion(),
                balance.minutesLeft(),
                balance.minutesUsed());
    }

    /** Without the figures that run with the clock: their running is no news. */
    DeadlineView atRest() {
        return new DeadlineView(
                dueAt, issuedDueAt, source, rule, calendarVersion, ruleVersion, processVersion, null, null);
    }

    private static @Nullable OffsetDateTime office(@Nullable OffsetDateTime time) {
        return time == null ? null : Times.inOffice(time.toInstant());
    }
}
