package vn.lienthong.hub.facade;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.ComparisonRules.Remedy;
import vn.lienthong.hub.reconciliation.Discrepancy;
import vn.lienthong.hub.reconciliation.Kind;
import vn.lienthong.hub.reconciliation.Reconciliation;
import vn.lienthong.hub.reconciliation.Reconciliation.State;
import vn.lienthong.hub.reconciliation.Reconciliations;
import vn.lienthong.hub.security.Caller;

/** One comparison that found one restarted clock. */
final class PlayedReconciliations implements Reconciliations {
    static final String ID = "0198a000-0000-7000-8000-00000000000a";

    volatile State state = State.COMPARED;
    volatile Discrepancy.State found = Discrepancy.State.OPEN;

    private Reconciliation reconciliation() {
        var at = OffsetDateTime.parse("2025-10-02T08:00:00+07:00");
        return new Reconciliation(
                UUID.fromString(ID),
                "e-certification",
                at.minusDays(90),
                at,
                state,
                4374,
                4374,
                1,
                null,
                "ops",
                at,
                null);
    }

    private Discrepancy discrepancy(long id) {
        var at = OffsetDateTime.parse("2025-10-02T08:00:00+07:00");
        return new Discrepancy(
                id,
                "e-certification",
                FacadeStory.DOSSIER,
                Kind.TIME,
                "receivedAt",
                "2025-08-12T09:15:00+07:00",
                "2025-08-13T08:30:05+07:00",
                435L,
                "restamp",
                Remedy.CORRECT,
                found,
                null,
                at,
                at,
                null,
                null,
                null);
    }

    @Override
    public Reconciliation start(String system, OffsetDateTime from, OffsetDateTime until, Caller by) {
        if (!system.equals("e-certification")) {
            throw new NotReconciled(system);
        }
        return reconciliation();
    }

    @Override
    public Optional<Reconciliation> find(UUID id) {
        return id.toString().equals(ID) ? Optional.of(reconciliation()) : Optional.empty();
    }

    @Override
    public List<Reconciliation> list(@Nullable String system, int limit) {
        return List.of(reconciliation());
    }

    @Override
    public List<Tally> tallies(UUID id) {
        return List.of(new Tally(Kind.TIME, "restamp", "CORRECT", found.name(), 1));
    }

    @Override
    public List<Outstanding> outstanding() {
        return List.of();
    }

    @Override
    public Reconciliation apply(UUID id, Part part, String note, Caller by) {
        if (state != State.COMPARED) {
            throw new StillComparing();
        }
        return reconciliation();
    }

    @Override
    public List<Discrepancy> discrepancies(DiscrepancyQuery query, long after, int limit) {
        return after > 0 ? List.of() : List.of(discrepancy(7), discrepancy(8)).subList(0, Math.min(2, limit));
    }

    @Override
    public Discrepancy decide(long id, boolean accepted, String note, Caller by) {
        if (id != 7) {
            throw new NotOpen();
        }
        return discrepancy(id);
    }
}
