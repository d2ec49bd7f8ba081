package vn.lienthong.hub.ledger;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.catalog.Units;
import vn.lienthong.hub.commit.GroupCommit;
import vn.lienthong.hub.deadline.Deadlines;

/**
 * Takes reports about dossiers and keeps them for ever. A report is durable, and the deliveries it owes are too, when
 * its future completes.
 */
@Component
final class DurableLedger implements Ledger, DisposableBean {
    private final Reception reception;
    private final List<SubmissionCheck> checks;
    private final Appending appending;
    private final DossierReads reads;
    private final Changes changes;
    private final GroupCommit<Draft, Verdict> commits;
    private final Set<CallersKey> inProgress = ConcurrentHashMap.newKeySet();

    DurableLedger(
            Units units,
            Procedures procedures,
            Deadlines deadlines,
            LedgerSettings settings,
            List<SubmissionCheck> checks,
            Appending appending,
            DossierReads reads,
            Changes changes,
            InstantSource clock) {
        this.reception = new Reception(units, procedures, deadlines, settings);
        this.checks = checks;
        this.appending = appending;
        this.reads = reads;
        this.changes = changes;
        this.commits = new GroupCommit<>(
                "ledger",
                settings.batch(),
                drafts -> this.appending.append(drafts, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    @Override
    public CompletableFuture<Receipt> append(Submission submission) {
        try {
            var draft = Draft.of(submission, reception, checks);
            return submission.idempotencyKey() == null ? commit(draft) : commitOnce(draft, CallersKey.of(submission));
        } catch (SubmissionRefused e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<Receipt> commitOnce(Draft draft, CallersKey key) {
        if (!inProgress.add(key)) {
            throw new SubmissionRefused(
                    "request.in-progress", 409, "a request with this Idempotency-Key is still running", null);
        }
        return commit(draft).whenComplete((receipt, failure) -> inProgress.remove(key));
    }

    private CompletableFuture<Receipt> commit(Draft draft) {
        return commits.submit(draft).thenApply(verdict -> {
            var receipt = verdict.orThrow();
            changes.happened(receipt.dossier());
            return receipt;
        });
    }

    @Override
    public boolean isAwaited() {
        return commits.isBusy();
    }

    @Override
    public Optional<Dossier> find(String code) {
        return reads.find(code);
    }

    @Override
    public List<Entry> entries(String dossier, int afterSeq, int limit) {
        return reads.entries(dossier, afterSeq, limit);
    }

    @Override
    public List<Entry> story(String dossier, int afterSeq, int limit) {
        return reads.story(dossier, afterSeq, limit);
    }

    @Override
    public List<Dossier> list(DossierQuery query) {
        return reads.list(query);
    }

    @Override
    public void changed(String dossier, Duration wait) {
        changes.await(dossier, wait);
    }

    @Override
    public void destroy() {
        commits.close();
    }

    private record CallersKey(String caller, String key) {
        static CallersKey of(Submission submission) {
            return new CallersKey(
                    submission.caller().client(), java.util.Objects.requireNonNull(submission.idempotencyKey()));
        }
    }
}
