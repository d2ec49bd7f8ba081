package vn.lienthong.hub.desk;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.delivery.DeliveryState;
import vn.lienthong.hub.ledger.DossierStatus;

/**
 * One dossier in a list.
 *
 * @param step that the office does now, in its own words
 * @param worst the delivery that most needs somebody, else the last one
 * @param all its deliveries
 * @param firstSeenAt when the hub first heard of it
 * @param lastSeenAt when something last changed
 */
public record DossierItem(
        String code,
        DossierStatus status,
        String procedure,
        @Nullable String step,
        WorkItem worst,
        List<WorkItem> all,
        OffsetDateTime firstSeenAt,
        OffsetDateTime lastSeenAt) {

    public long done() {
        return all.stream().filter(item -> item.state().isDone()).count();
    }

    /** How many of its deliveries wait for a person. */
    public long held() {
        return all.stream()
                .filter(item -> item.state() == DeliveryState.REFUSED || item.state() == DeliveryState.PARKED)
                .count();
    }
}
