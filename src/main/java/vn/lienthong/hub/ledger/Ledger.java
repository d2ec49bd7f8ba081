package vn.lienthong.hub.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Takes reports about dossiers and keeps them. */
public interface Ledger {
    CompletableFuture<Receipt> append(Submission submission);

    /** Whether callers wait for their reports at this moment. */
    boolean isAwaited();

    Optional<Dossier> find(String code);

    /** In the order of recording. */
    List<Entry> entries(String dossier, int afterSeq, int limit);

    /** In the order of happening, by the times that their owners claim. */
    List<Entry> story(String dossier, int afterSeq, int limit);

    List<Dossier> list(DossierQuery query);

    /** Waits until something of the dossier changes on this node, or the wait is over. */
    void changed(String dossier, Duration wait);
}
