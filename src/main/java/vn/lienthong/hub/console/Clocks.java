package vn.lienthong.hub.console;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.deadline.Balance;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.deadline.NoCalendar;
import vn.lienthong.hub.delivery.Leg;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.Dossier;

/**
 * The four clocks of a dossier side by side: when it was received, when the hub knew, when a system got it, and when
 * that system says it was received. Where the last is another than the first, a clock was restarted.
 *
 * @param received set once by the office
 * @param recorded here
 * @param recordedAfter working minutes after the reception
 */
public record Clocks(
        OffsetDateTime received,
        OffsetDateTime recorded,
        @Nullable Long recordedAfter,
        @Nullable OffsetDateTime due,
        List<Stored> systems) {

    /**
     * What one system has.
     *
     * @param acknowledged when it was known to have it
     * @param stored the reception that it shows
     * @param off how far that is from the true one, in working minutes
     */
    public record Stored(
            String system,
            String title,
            @Nullable OffsetDateTime acknowledged,
            @Nullable Long acknowledgedAfter,
            @Nullable OffsetDateTime stored,
            @Nullable Long off) {
        /** By more than the minutes that a contract rounds away. */
        public boolean isRestarted() {
            return off != null && Math.abs(off) > 1;
        }
    }

    static Clocks of(Dossier dossier, Balance balance, List<Leg> legs, Deadlines deadlines) {
        var received = dossier.receivedAt();
        var systems = new ArrayList<Stored>();
        for (var leg : legs) {
            var stored = stored(leg);
            var acknowledged = leg.acknowledgedAt();
            if (acknowledged != null || stored != null) {
                var coarse = leg.precision().containsKey("receivedAt");
                systems.add(new Stored(
                        leg.system(),
                        leg.title(),
                        acknowledged,
                        between(deadlines, received, acknowledged),
                        stored,
                        coarse && isSameDay(received, stored)
                                ? Long.valueOf(0)
                                : between(deadlines, received, stored)));
            }
        }
        return new Clocks(
                received,
                dossier.recordedAt(),
                between(deadlines, received, dossier.recordedAt()),
                balance.dueAt(),
                systems);
    }

    private static boolean isSameDay(OffsetDateTime one, @Nullable OffsetDateTime other) {
        return other != null
                && Times.inOffice(one.toInstant())
                        .toLocalDate()
                        .equals(Times.inOffice(other.toInstant()).toLocalDate());
    }

    private static @Nullable OffsetDateTime stored(Leg leg) {
        var times = leg.storedTimes();
        return times == null || !times.path("receivedAt").isTextual()
                ? null
                : OffsetDateTime.parse(times.path("receivedAt").asText());
    }

    private static @Nullable Long between(Deadlines deadlines, OffsetDateTime from, @Nullable OffsetDateTime to) {
        try {
            return to == null ? null : Long.valueOf(deadlines.between(from, to).toMinutes());
        } catch (NoCalendar beyond) {
            return null;
        }
    }
}
