package vn.lienthong.hub.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;

/** Files in the storage, what is known of them in the database, who touched them in the audit. */
@Component
class KeptFiles implements CitizenFiles {
    private static final int PIECE = 1 << 16;
    private static final int MOST_HELD = 200;

    private final Receiving receiving;
    private final FileRows rows;
    private final Reusing reusing;
    private final Owners owners;
    private final Storage storage;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    KeptFiles(
            Receiving receiving,
            FileRows rows,
            Reusing reusing,
            Owners owners,
            Storage storage,
            Audit audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.receiving = receiving;
        this.rows = rows;
        this.reusing = reusing;
        this.owners = owners;
        this.storage = storage;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Filed file(Filing filing, InputStream bytes) throws IOException {
        return receiving.take(filing, owners.hash(filing.owner()), bytes);
    }

    /** A file of other units is answered like one that does not exist. */
    @Override
    public CitizenFile readable(UUID id, Caller caller) {
        var file = rows.find(id)
                .filter(found -> rows.places(id).stream()
                        .anyMatch(place -> caller.scope().covers(place.province(), place.commune())))
                .orElseThrow(() -> new Refusal(ProblemCode.FILE_NOT_FOUND));
        return switch (file.state()) {
            case READY -> file;
            case QUARANTINED -> throw new Refusal(ProblemCode.FILE_QUARANTINED);
            case INFECTED, RECEIVING, ABANDONED -> throw new Refusal(ProblemCode.FILE_NOT_FOUND);
        };
    }

    @Override
    public void read(CitizenFile file, long from, long length, Caller caller, OutputStream out) throws IOException {
        audit.record(about(
                        caller, "file.read", file.dossier(), null, null, file.id() + " bytes " + from + "+" + length))
                .join();
        try (var bytes = storage.open(file.storedAs(), from, length)) {
            copy(bytes, length, out);
        }
    }

    private static void copy(InputStream bytes, long length, OutputStream out) throws IOException {
        var piece = new byte[PIECE];
        for (long left = length; left > 0; ) {
            int read = bytes.read(piece, 0, (int) Math.min(left, piece.length));
            if (read < 0) {
                throw new IOException("a file is shorter than it was");
            }
            out.write(piece, 0, read);
            left -= read;
        }
    }

    @Override
    public List<CitizenFile> of(String dossier) {
        return rows.of(dossier);
    }

    @Override
    public List<CitizenFile> held(Asked asked, Caller caller) {
        var owner = owners.hash(asked.owner());
        audit.record(about(caller, "file.look-up", asked.dossier(), asked.officer(), asked.purpose(), asked.kind()))
                .join();
        return rows.held(owner, asked.kind(), asked.dossier(), MOST_HELD);
    }

    /** Who reuses a paper knows whose it is: the id alone opens nothing. */
    @Override
    public CitizenFile reuse(UUID id, Asked asked, Place place, Caller caller) {
        var file =
                rows.findOf(id, owners.hash(asked.owner())).orElseThrow(() -> new Refusal(ProblemCode.FILE_NOT_FOUND));
        var reuse = new Reuse(asked.dossier(), place, asked.purpose(), asked.officer(), caller.client());
        transaction.executeWithoutResult(status -> reusing.note(id, reuse, clock.instant()));
        return file;
    }

    private static AuditRow about(
            Caller caller,
            String action,
            String dossier,
            @org.jspecify.annotations.Nullable String officer,
            @org.jspecify.annotations.Nullable String purpose,
            @org.jspecify.annotations.Nullable String detail) {
        return new AuditRow(caller.client(), action, dossier, officer, purpose, detail);
    }
}
