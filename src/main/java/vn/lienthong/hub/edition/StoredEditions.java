package vn.lienthong.hub.edition;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.live.Live;
import vn.lienthong.hub.live.Running;
import vn.lienthong.hub.live.Unsound;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.Discretion;

/**
 * Checks files as a whole beside what runs, stores them, and only then has this node run by them; the other nodes follow.
 * Killed before they are stored, nothing has happened; killed after it, the node starts with them.
 */
@Component
class StoredEditions implements Editions {
    private static final Logger LOG = LoggerFactory.getLogger(StoredEditions.class);

    private final EditionSettings settings;
    private final EditionRows rows;
    private final Candidates candidates;
    private final Live live;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    /** Each candidate costs memory and time; one after the other does. */
    private final ReentrantLock one = new ReentrantLock();

    StoredEditions(
            EditionSettings settings,
            EditionRows rows,
            Candidates candidates,
            Live live,
            Audit audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.settings = settings;
        this.rows = rows;
        this.candidates = candidates;
        this.live = live;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public long running() {
        return live.running().number();
    }

    private void requireKept() {
        if (!settings.enabled()) {
            throw new Refusal(ProblemCode.HUB_NO_EDITIONS);
        }
    }

    @Override
    public Plan plan(EditionFiles files) {
        requireKept();
        one.lock();
        try {
            var base = live.running().number();
            var changes = Comparison.inFull(files(base), files);
            return new Plan(base, changes, changes.files().isEmpty() ? List.of() : mistakes(files));
        } finally {
            one.unlock();
        }
    }

    private List<String> mistakes(EditionFiles files) {
        try {
            live.drop(candidates.checked(files, live));
            return List.of();
        } catch (Unsound e) {
            return e.mistakes();
        }
    }

    @Override
    public EditionRecord apply(long base, String why, EditionFiles files, Caller by) {
        return put(base, why, files, null, by);
    }

    @Override
    public EditionRecord restore(long number, long base, String why, Caller by) {
        return put(base, why, files(number), number, by);
    }

    private EditionRecord put(long base, String why, EditionFiles files, @Nullable Long restores, Caller by) {
        requireKept();
        one.lock();
        try {
            var running = rows.find(base).filter(edition -> live.running().number() == base);
            if (running.isEmpty()) {
                throw new NotLive(live.running().number());
            }
            return running.get().hash().equals(files.hash())
                    ? running.get()
                    : checked(running.get(), why, files, restores, by);
        } finally {
            one.unlock();
        }
    }

    private EditionRecord checked(
            EditionRecord base, String why, EditionFiles files, @Nullable Long restores, Caller by) {
        var next = EditionRecord.of(
                base.number() + 1,
                files.hash(),
                Times.inOffice(clock.instant()),
                by.client(),
                String.valueOf(Discretion.withoutIds(why)),
                restores,
                Comparison.of(rows.files(base.hash()), files));
        try {
            store(next, files);
            return next;
        } catch (Unsound e) {
            audit.record(new AuditRow(by.client(), "edition.refused", null, null, null, "after " + base.number()))
                    .join();
            throw e;
        } catch (DuplicateKeyException e) {
            throw new NotLive(rows.liveNumber());
        }
    }

    private void store(EditionRecord next, EditionFiles files) {
        var edition = candidates.checked(files, live);
        try {
            transaction.executeWithoutResult(status -> {
                rows.add(next, files);
                audit.write(List.of(
                        new AuditRow(next.client(), "edition.live", null, null, null, String.valueOf(next.number()))));
            });
        } catch (RuntimeException e) {
            live.drop(edition); // were it stored all the same, every node would follow it
            throw e;
        }
        live.change(new Running(next.number(), next.liveAt().toInstant(), edition));
        LOG.info("edition {} runs, put live by {}", next.number(), next.client());
    }

    @Override
    public Optional<EditionRecord> find(long number) {
        return rows.find(number);
    }

    @Override
    public List<EditionRecord> before(long number, int most) {
        return rows.before(number, most);
    }

    @Override
    public Comparison compare(long earlier, long later) {
        return Comparison.inFull(files(earlier), files(later));
    }

    @Override
    public EditionFiles files(long number) {
        return rows.files(rows.find(number).orElseThrow().hash());
    }
}
