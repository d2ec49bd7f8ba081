package vn.lienthong.hub.figures;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.deadline.NoCalendar;
import vn.lienthong.hub.deadline.NoRule;

/** Until when the law lets a dossier take, by the procedure's rule of the day it was received. */
@Component
class StatutoryTimes {
    private final Procedures procedures;
    private final Deadlines deadlines;

    StatutoryTimes(Procedures procedures, Deadlines deadlines) {
        this.procedures = procedures;
        this.deadlines = deadlines;
    }

    /** Null when the account has a due time, which decides then, or when no rule or no calendar is known. */
    @Nullable
    Moment of(Held dossier, Account account) {
        var receivedAt = account.receivedAt();
        if (account.dueAt() != null || receivedAt == null) {
            return null;
        }
        try {
            return procedures
                    .find(dossier.procedure())
                    .map(procedure -> Moment.of(deadlines
                            .due(procedure, dossier.channel(), receivedAt.until())
                            .dueAt()))
                    .orElse(null);
        } catch (NoRule | NoCalendar unknown) {
            return null;
        }
    }
}
