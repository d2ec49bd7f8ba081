package vn.lienthong.hub.ledger;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.deadline.Deadline;

/**
 * Issued due times that come out otherwise under the calendar and the rules that the hub has now.
 *
 * @param checked dossiers looked at for this part
 * @param next the code to go on behind; null when all have been looked at
 */
public record Recheck(
        List<Moved> moved, int checked, @Nullable String next) {

    /**
     * @param now null where none can be reckoned any more
     * @param why then: the code of the problem
     * @param minutes working minutes from the issued due time to the one of now, by the calendar of now
     */
    public record Moved(
            String dossier,
            String procedure,
            String channel,
            DossierStatus status,
            OffsetDateTime receivedAt,
            Deadline issued,
            @Nullable Deadline now,
            @Nullable String why,
            @Nullable Long minutes) {}
}
