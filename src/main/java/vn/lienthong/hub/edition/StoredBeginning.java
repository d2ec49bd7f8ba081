package vn.lienthong.hub.edition;

import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.edition.EditionSettings.Start;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.live.Beginning;
import vn.lienthong.hub.live.Edition;
import vn.lienthong.hub.live.Live;
import vn.lienthong.hub.live.Running;
import vn.lienthong.hub.live.Tree;
import vn.lienthong.hub.live.Unsound;

/**
 * A node begins with what is live in the database; the very first one takes its folder as edition 1. A folder that
 * differs, be it half-written, keeps nobody from starting.
 */
@Component
@ConditionalOnProperty(name = "hub.edition.enabled", matchIfMissing = true)
class StoredBeginning implements Beginning {
    private static final Logger LOG = LoggerFactory.getLogger(StoredBeginning.class);
    private static final String HUB = "hub";

    private final EditionSettings settings;
    private final EditionRows rows;
    private final Candidates candidates;
    private final Tree installation;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    StoredBeginning(
            EditionSettings settings,
            EditionRows rows,
            Candidates candidates,
            Tree installation,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.settings = settings;
        this.rows = rows;
        this.candidates = candidates;
        this.installation = installation;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Running begin(Live live) {
        var folder = EditionFiles.of(installation);
        var stored = rows.live().orElse(null);
        if (stored == null) {
            return take(folder, 1, "first start", new Comparison(List.of(), List.of(), List.of()), live);
        }
        if (folder.hash().equals(stored.hash())) {
            return run(stored, live);
        }
        var changes = Comparison.of(rows.files(stored.hash()), folder);
        if (settings.start() == Start.FOLDER) {
            try {
                return take(folder, stored.number() + 1, "taken from the folder at start", changes, live);
            } catch (Unsound e) {
                LOG.error("the folder cannot go live; edition {} runs on:\n{}", stored.number(), e.getMessage());
            }
        } else {
            LOG.warn(
                    "edition {} runs; the folder differs from it in {} files, of {}",
                    stored.number(),
                    changes.files().size(),
                    changes.concerns());
        }
        return run(stored, live);
    }

    private Running run(EditionRecord stored, Live live) {
        return running(stored, candidates.read(rows.files(stored.hash()), live));
    }

    private Running take(EditionFiles files, long number, String why, Comparison changes, Live live) {
        var edition = candidates.read(files, live);
        var record = EditionRecord.of(number, files.hash(), Times.inOffice(clock.instant()), HUB, why, null, changes);
        try {
            transaction.executeWithoutResult(status -> rows.add(record, files));
            return running(record, edition);
        } catch (DuplicateKeyException e) {
            // another node started at the same time
            live.drop(edition);
            return run(rows.live().orElseThrow(), live);
        }
    }

    private static Running running(EditionRecord record, Edition edition) {
        return new Running(record.number(), record.liveAt().toInstant(), edition);
    }
}
