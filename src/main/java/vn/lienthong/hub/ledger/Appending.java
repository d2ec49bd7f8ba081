package vn.lienthong.hub.ledger;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.Verdict.Accepted;
import vn.lienthong.hub.ledger.Verdict.Refused;

/**
 * Appends a batch in one transaction: idempotency keys, dossiers, entries, whatever listeners of
 * {@link EntriesAppended} add (deliveries), and the audit rows. Dossiers are locked in the order of their codes, so two
 * nodes cannot wait for each other.
 */
@Component
class Appending {
    private final TransactionTemplate transaction;
    private final StandingRows standings;
    private final RecordedRows repeats;
    private final BatchRows rows;
    private final Corrections corrections;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final LedgerSettings settings;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Appending(
            TransactionTemplate transaction,
            StandingRows standings,
            RecordedRows repeats,
            BatchRows rows,
            Corrections corrections,
            Audit audit,
            ApplicationEventPublisher events,
            LedgerSettings settings) {
        this.transaction = transaction;
        this.standings = standings;
        this.repeats = repeats;
        this.rows = rows;
        this.corrections = corrections;
        this.audit = audit;
        this.events = events;
        this.settings = settings;
    }

    /** One verdict per draft, in order. */
    List<Verdict> append(List<Draft> drafts, Instant now) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> appendInTransaction(drafts, now)));
    }

    private List<Verdict> appendInTransaction(List<Draft> drafts, Instant now) {
        var known = standings.of(drafts);
        var recorded = repeats.of(drafts);
        var batch = new Batch();
        var verdicts = new ArrayList<Verdict>(drafts.size());
        for (var draft : drafts) {
            verdicts.add(judge(draft, known, recorded, batch, now));
        }
        write(batch, now);
        return verdicts;
    }

    private Verdict judge(Draft draft, Standings known, Recorded recorded, Batch batch, Instant now) {
        try {
            var before = recorded.earlier(draft);
            if (before != null) {
                draft.refuseOutOfScope(known.of(before.dossier()));
                if (!recorded.knowsKey(draft)) {
                    batch.anotherKey(draft, before.entry());
                }
                return new Accepted(before);
            }
            var standing = standing(draft, known, batch, now);
            var id = ids.generate();
            var receipt = new Receipt(
                    standing.code(), id, standing.lastSeq(), draft.submission().kind(), Times.inOffice(now), false);
            known.put(standing);
            recorded.add(draft, receipt);
            batch.add(draft, standing, receipt);
            return new Accepted(receipt);
        } catch (SubmissionRefused e) {
            return new Refused(e);
        }
    }

    private Standing standing(Draft draft, Standings known, Batch batch, Instant now) {
        var before = known.of(draft.submission().dossier());
        if (before != null
                && BegunAgain.is(draft, before, now.plus(settings.clockSkew()))
                && BegunAgain.sameApplicant(corrections.registration(before.code()), draft)) {
            return before.noted();
        }
        var after = draft.onto(before, now, settings.clockSkew());
        if (before == null || !draft.correctsReception()) {
            return after;
        }
        var reissued = corrections.judge(draft, before, after, now, settings.clockSkew());
        batch.reissue(reissued);
        return reissued.after();
    }

    private void write(Batch batch, Instant now) {
        if (batch.isEmpty()) {
            return;
        }
        rows.write(batch);
        corrections.write(batch.reissued());
        if (!batch.entries().isEmpty()) {
            events.publishEvent(new EntriesAppended(batch.appended(), now));
            audit.write(batch.auditRows());
        }
    }

    /** The dossiers of a batch as they stand, growing as the batch is judged. */
    interface Standings {
        @Nullable
        Standing of(String dossier);

        void put(Standing standing);
    }

    /** What was recorded before under the same key or with the same content. */
    interface Recorded {
        /** @throws SubmissionRefused when the key was used for another content */
        @Nullable
        Receipt earlier(Draft draft);

        boolean knowsKey(Draft draft);

        void add(Draft draft, Receipt receipt);
    }
}
