package vn.lienthong.hub.reconciliation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.ComparisonRules.Remedy;
import vn.lienthong.hub.security.Caller;

/** Compares what systems show with what is true, and sets it right on order. */
public interface Reconciliations {
    /**
     * Begins a comparison; nothing is changed anywhere.
     *
     * @param from receptions from then on
     * @param until and before then
     * @throws NotReconciled when the system's card has no rules to compare by
     */
    Reconciliation start(String system, OffsetDateTime from, OffsetDateTime until, Caller by);

    Optional<Reconciliation> find(UUID id);

    /** Newest first. */
    List<Reconciliation> list(@Nullable String system, int limit);

    /** What it found, by kind, reason, remedy and state. */
    List<Tally> tallies(UUID id);

    /** What waits to be settled now, of every system, the most numerous first. */
    List<Outstanding> outstanding();

    /**
     * Orders every correction that needs no person. What is ordered already is not ordered again.
     *
     * @throws StillComparing when it has not been compared to the end
     */
    default Reconciliation apply(UUID id, Caller by) {
        return apply(id, Part.ALL, "", by);
    }

    /**
     * The same of a part of what was found; the rest stays open.
     *
     * @param note why, as a person says it; may be empty
     */
    Reconciliation apply(UUID id, Part part, String note, Caller by);

    /** @param after the id of the last one known */
    List<Discrepancy> discrepancies(DiscrepancyQuery query, long after, int limit);

    /**
     * A person says that it may stay so, or that it is none.
     *
     * @throws NotOpen when it is not open
     */
    Discrepancy decide(long id, boolean accepted, String note, Caller by);

    /** How many of one sort. */
    record Tally(Kind kind, String reason, String remedy, String state, long count) {}

    /**
     * Open ones of one sort at one system.
     *
     * @param first the day of the earliest reception among them; absent where the reception is not what differs
     * @param last the day of the latest
     * @param seenBy the newest run among those that saw them; absent when some were seen in an answer only
     */
    record Outstanding(
            String system,
            Kind kind,
            String reason,
            Remedy remedy,
            long count,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            @Nullable UUID seenBy) {}

    /** Some of what a reconciliation found; absent parts do not narrow. */
    record Part(@Nullable String reason, @Nullable Long discrepancy) {
        public static final Part ALL = new Part(null, null);

        public static Part ofReason(String reason) {
            return new Part(reason, null);
        }

        public static Part ofOne(long discrepancy) {
            return new Part(null, discrepancy);
        }
    }

    /** What is asked for; absent parts do not narrow. */
    record DiscrepancyQuery(
            @Nullable UUID reconciliation,
            @Nullable String system,
            @Nullable String dossier,
            Discrepancy.@Nullable State state) {}

    /** The card of the system has no rules to compare by. */
    final class NotReconciled extends RuntimeException {
        public NotReconciled(String system) {
            super(system + " is not reconciled");
        }
    }

    /** It has to be compared to the end first. */
    final class StillComparing extends RuntimeException {}

    /** It is not there, or has been dealt with. */
    final class NotOpen extends RuntimeException {}
}
