package vn.lienthong.hub.console;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.reconciliation.Reconciliations.Outstanding;

/**
 * What a system shows otherwise and nobody has settled, with the whole quarters in which its dossiers were received: what
 * a commune is scored on is a quarter.
 *
 * @param title of the system
 */
public record Waiting(
        Outstanding found,
        String title,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    private static final int QUARTER = 3;

    static Waiting of(Outstanding found, String title) {
        var first = found.first();
        var last = found.last();
        return first == null || last == null
                ? new Waiting(found, title, null, null)
                : new Waiting(
                        found,
                        title,
                        quarter(first),
                        quarter(last).plusMonths(QUARTER).minusDays(1));
    }

    /** The first day of the quarter of that day. */
    static LocalDate quarter(LocalDate day) {
        return day.with(day.getMonth().firstMonthOfQuarter()).withDayOfMonth(1);
    }
}
