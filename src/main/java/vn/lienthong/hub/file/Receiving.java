package vn.lienthong.hub.file;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.file.CitizenFile.State;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;

/**
 * Takes a file in: a row that says that it comes, the bytes, the row again. Whoever is killed between leaves a row by
 * which {@link Sweeping} finds what is to be removed.
 */
@Component
class Receiving {
    private static final Logger LOG = LoggerFactory.getLogger(Receiving.class);
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final FileSettings settings;
    private final FileRows rows;
    private final Spool spool;
    private final Storage storage;
    private final Scanner scanner;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Sniffing sniffing = new Sniffing();

    Receiving(
            FileSettings settings,
            FileRows rows,
            Spool spool,
            Storage storage,
            Scanner scanner,
            Audit audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.settings = settings;
        this.rows = rows;
        this.spool = spool;
        this.storage = storage;
        this.scanner = scanner;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    CitizenFiles.Filed take(Filing filing, byte[] owner, InputStream bytes) throws IOException {
        if (filing.declaredSize() > settings.largest().toBytes()) {
            throw new Refusal(ProblemCode.FILE_TOO_LARGE);
        }
        var id = IDS.generate();
        rows.begin(id, filing, owner, clock.instant());
        try (var arrived = spool.take(id, bytes)) {
            var same = rows.same(filing, owner, arrived.sha256());
            return same.isPresent() ? new CitizenFiles.Filed(same.get(), false) : keep(id, filing, arrived);
        } finally {
            forget(id);
        }
    }

    private CitizenFiles.Filed keep(UUID id, Filing filing, Spool.Arrived arrived) throws IOException {
        requireDeclared(filing, arrived);
        var type = sniffed(arrived);
        var state = isKnownClean(arrived) ? State.READY : State.QUARANTINED;
        store(id, arrived, type);
        settle(id, filing, state);
        return new CitizenFiles.Filed(rows.find(id).orElseThrow(), true);
    }

    private static void requireDeclared(Filing filing, Spool.Arrived arrived) {
        var declared = filing.declaredSha256();
        if (declared != null && !MessageDigest.isEqual(declared, arrived.sha256())) {
            throw new Refusal(ProblemCode.FILE_DIGEST_DIFFERS);
        }
    }

    private String sniffed(Spool.Arrived arrived) throws IOException {
        var type = sniffing.mediaType(arrived.path());
        if (!settings.types().contains(type)) {
            throw new Refusal(ProblemCode.FILE_TYPE);
        }
        return type;
    }

    /** What is harmful never gets into the storage; what nobody can judge now waits there. */
    private boolean isKnownClean(Spool.Arrived arrived) throws IOException {
        boolean clean;
        try (var bytes = Files.newInputStream(arrived.path())) {
            clean = scanner.isClean(bytes);
        } catch (IOException e) {
            LOG.warn("a file waits for the scanner: {}", e.getClass().getSimpleName());
            return false;
        }
        if (!clean) {
            throw new Refusal(ProblemCode.FILE_INFECTED);
        }
        return true;
    }

    private void store(UUID id, Spool.Arrived arrived, String mediaType) {
        var address = Storage.address(arrived.sha256(), id);
        if (!rows.willBeStored(id, address, arrived, mediaType)) {
            throw new Refusal(ProblemCode.HUB_UNAVAILABLE);
        }
        try {
            storage.put(address, arrived.path());
        } catch (IOException e) {
            LOG.warn("a file cannot be stored", e);
            throw new Refusal(ProblemCode.HUB_UNAVAILABLE);
        }
    }

    private void settle(UUID id, Filing filing, State state) {
        try {
            transaction.executeWithoutResult(status -> {
                if (!rows.move(id, State.RECEIVING, state)) {
                    throw new Refusal(ProblemCode.HUB_UNAVAILABLE);
                }
                audit.write(List.of(
                        new AuditRow(filing.caller(), "file.file", filing.dossier(), null, null, id.toString())));
            });
        } catch (DuplicateKeyException e) {
            // the same, filed at the same moment: whoever repeats this gets that one
            throw new Refusal(ProblemCode.REQUEST_IN_PROGRESS);
        }
    }

    /** What came to nothing before its bytes had an address; everything else is left to the sweep. */
    private void forget(UUID id) {
        try {
            rows.forgetUnstored(id);
        } catch (DataAccessException e) {
            LOG.warn("an upload is left to the sweep: {}", e.getClass().getSimpleName());
        }
    }
}
