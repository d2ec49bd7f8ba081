package vn.lienthong.hub.desk;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.delivery.DeliveryState;
import vn.lienthong.hub.security.UnitScope;

/**
 * Which deliveries, and in which order; what is null or empty does not narrow.
 *
 * @param scope what the asker may see
 * @param states empty: all that are not done
 * @param causes one of these
 * @param dueBefore the legal due time of its dossier lies before then
 * @param since created from then on
 * @param triedOnly at least one call was made
 * @param citizen token of the applicant; then what is done is meant too, unless states say otherwise
 */
public record WorkQuery(
        UnitScope scope,
        List<DeliveryState> states,
        @Nullable String system,
        @Nullable List<String> causes,
        @Nullable String procedure,
        @Nullable OffsetDateTime dueBefore,
        @Nullable OffsetDateTime since,
        boolean triedOnly,
        @Nullable String citizen,
        Order order) {

    /** Both are read from an index, and go on behind a row however many came meanwhile. */
    public enum Order {
        /** What is due first, first. */
        DUE,
        NEWEST
    }
}
