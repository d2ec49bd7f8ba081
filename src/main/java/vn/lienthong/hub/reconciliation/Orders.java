package vn.lienthong.hub.reconciliation;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.reconciliation.Reconciliation.State;
import vn.lienthong.hub.security.Caller;

/** Takes orders of people, and of the clock, and shows how far they have come. */
@Component
class Orders implements Reconciliations {
    private static final String THE_CLOCK = "schedule";

    private final Cards cards;
    private final RunRows runs;
    private final DiscrepancyRows discrepancies;
    private final Worker worker;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final ReconciliationSettings settings;
    private final InstantSource clock;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    Orders(
            Cards cards,
            RunRows runs,
            DiscrepancyRows discrepancies,
            Worker worker,
            Audit audit,
            TransactionTemplate transaction,
            ReconciliationSettings settings,
            InstantSource clock) {
        this.cards = cards;
        this.runs = runs;
        this.discrepancies = discrepancies;
        this.worker = worker;
        this.audit = audit;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Reconciliation start(String system, OffsetDateTime from, OffsetDateTime until, Caller by) {
        return start(system, from, until, by.client());
    }

    private Reconciliation start(String system, OffsetDateTime from, OffsetDateTime until, String by) {
        if (cards.find(system).filter(card -> card.comparison() != null).isEmpty()) {
            throw new NotReconciled(system);
        }
        var id = ids.generate();
        recorded(by, "start", id.toString(), () -> runs.open(id, system, from, until, by, clock.instant()));
        worker.nudge();
        return find(id).orElseThrow();
    }

    /** Every system that can be compared, over the last while. */
    @Scheduled(cron = "${hub.reconciliation.cron:-}", zone = "Asia/Ho_Chi_Minh")
    void startAll() {
        var until = Times.inOffice(clock.instant());
        for (var card : cards.all()) {
            if (card.comparison() != null) {
                start(card.id(), until.minus(settings.window()), until, THE_CLOCK);
            }
        }
    }

    @Override
    public Optional<Reconciliation> find(UUID id) {
        return runs.find(id);
    }

    @Override
    public List<Reconciliation> list(@Nullable String system, int limit) {
        return runs.list(system, limit);
    }

    @Override
    public List<Tally> tallies(UUID id) {
        return discrepancies.tallies(id);
    }

    @Override
    public List<Outstanding> outstanding() {
        return discrepancies.outstanding();
    }

    /** Under the lock of the run, so that one that is just ending either sees what is approved here or begins anew. */
    @Override
    public Reconciliation apply(UUID id, Part part, String note, Caller by) {
        var detail = part.reason() == null ? id.toString() : id + " " + part.reason();
        recorded(by.client(), "apply", detail, () -> {
            runs.hold(id);
            var again = runs.moved(id, State.COMPARED, State.APPLYING, null, by.client(), clock.instant())
                    || runs.moved(id, State.APPLIED, State.APPLYING, null, by.client(), clock.instant());
            if (!again && runs.find(id).filter(r -> r.state() == State.APPLYING).isEmpty()) {
                throw new StillComparing();
            }
            discrepancies.approve(id, part, by.client(), note);
        });
        worker.nudge();
        return find(id).orElseThrow();
    }

    @Override
    public List<Discrepancy> discrepancies(DiscrepancyQuery query, long after, int limit) {
        return discrepancies.list(query, after, limit);
    }

    @Override
    public Discrepancy decide(long id, boolean accepted, String note, Caller by) {
        var state = accepted ? Discrepancy.State.ACCEPTED : Discrepancy.State.REJECTED;
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            var decided = discrepancies
                    .decide(id, state, by.client(), note, clock.instant())
                    .orElseThrow(NotOpen::new);
            audit.write(List.of(
                    AuditRow.of(by.client(), "reconciliation." + (accepted ? "accept" : "reject"), decided.dossier())));
            return decided;
        }));
    }

    /** The act and its record stand or fall together. */
    private void recorded(String by, String verb, String detail, Runnable act) {
        transaction.executeWithoutResult(status -> {
            act.run();
            audit.write(List.of(new AuditRow(by, "reconciliation." + verb, null, null, null, detail)));
        });
    }
}
