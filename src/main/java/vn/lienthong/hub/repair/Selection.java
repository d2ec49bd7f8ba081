package vn.lienthong.hub.repair;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.delivery.DeliveryState;

/**
 * Which deliveries a plan takes; what is null does not narrow. Of each dossier and system only the one that is next.
 *
 * @param states none: those that a person has to do with usually
 * @param cause id of a fingerprint
 * @param code the last answer's
 * @param from the entry was recorded then or later
 * @param until and before then
 */
public record Selection(
        @Nullable String system,
        Set<DeliveryState> states,
        @Nullable String cause,
        @Nullable String code,
        @Nullable OffsetDateTime from,
        @Nullable OffsetDateTime until,
        @Nullable String procedure,
        @Nullable String province,
        @Nullable String commune) {
    private static final Set<DeliveryState> USUAL =
            Set.of(DeliveryState.REFUSED, DeliveryState.PARKED, DeliveryState.UNCERTAIN);

    public Selection {
        // in one order, so that the same selection is written down in the same words
        states = Collections.unmodifiableSet(EnumSet.copyOf(states.isEmpty() ? USUAL : states));
    }
}
