package vn.lienthong.hub.file;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;

/** Notes that files serve other dossiers; once for each dossier, and each time in the audit. */
@Component
class Reusing {
    private final FileRows rows;
    private final Audit audit;

    Reusing(FileRows rows, Audit audit) {
        this.rows = rows;
        this.audit = audit;
    }

    /** Within a transaction. */
    void note(UUID file, Reuse reuse, Instant at) {
        rows.reuse(file, reuse, at);
        audit.write(List.of(new AuditRow(
                reuse.by(), "file.reuse", reuse.dossier(), reuse.officer(), reuse.purpose(), file.toString())));
    }
}
