package vn.lienthong.hub.file;

import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.ledger.EntriesAppended;
import vn.lienthong.hub.ledger.EntriesAppended.Appended;
import vn.lienthong.hub.ledger.Submission;
import vn.lienthong.hub.ledger.SubmissionCheck;
import vn.lienthong.hub.ledger.SubmissionRefused;
import vn.lienthong.hub.problem.Refusal;

/**
 * Papers that entries name by their ids: looked at before an entry is appended; in its commit noted as reused for its
 * dossier, where they were filed in another.
 */
@Component
class EntryPapers implements SubmissionCheck {
    private final KeptFiles files;
    private final FileRows rows;
    private final Reusing reusing;

    EntryPapers(KeptFiles files, FileRows rows, Reusing reusing) {
        this.files = files;
        this.rows = rows;
        this.reusing = reusing;
    }

    @Override
    public void check(Submission submission) {
        for (var file : submission.files()) {
            require(file, submission);
        }
    }

    private void require(UUID file, Submission submission) {
        try {
            files.readable(file, submission.caller());
        } catch (Refusal e) {
            throw new SubmissionRefused(
                    e.problem().code(),
                    e.problem().status(),
                    "a paper that is named here cannot be read by this caller",
                    "/papers");
        }
    }

    @EventListener
    void note(EntriesAppended appended) {
        for (var entry : appended.entries()) {
            for (var file : rows.filedElsewhere(entry.files(), entry.dossier())) {
                reusing.note(file, reuse(entry), appended.at());
            }
        }
    }

    private static Reuse reuse(Appended entry) {
        var place = new CitizenFiles.Place(entry.province(), entry.commune());
        return new Reuse(entry.dossier(), place, entry.kind().word(), null, entry.source());
    }
}
