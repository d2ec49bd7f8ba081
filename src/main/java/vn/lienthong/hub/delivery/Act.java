package vn.lienthong.hub.delivery;

import java.util.EnumSet;
import java.util.Set;

/** What a person can do with a delivery, and in which states; never with one that is leased. */
public enum Act {
    /** Make it due now. What may have arrived is asked about first. */
    RETRY(DeliveryState.PENDING, DeliveryState.UNCERTAIN, DeliveryState.REFUSED, DeliveryState.PARKED),
    /** Ask whether they have it, and send nothing. */
    PROBE(DeliveryState.UNCERTAIN, DeliveryState.REFUSED, DeliveryState.PARKED),
    /** It need not be sent; what waits behind it goes on. */
    SKIP(DeliveryState.PENDING, DeliveryState.UNCERTAIN, DeliveryState.REFUSED, DeliveryState.PARKED),
    /** Not now: it waits for a person. */
    HOLD(DeliveryState.PENDING, DeliveryState.UNCERTAIN),
    /** Ends a hold. */
    RELEASE(DeliveryState.PARKED);

    private final Set<DeliveryState> from;

    Act(DeliveryState first, DeliveryState... others) {
        this.from = EnumSet.of(first, others);
    }

    public boolean isLegalIn(DeliveryState state) {
        return from.contains(state);
    }

    /** Whether what comes of it is known at once, and not when the system has answered. */
    public boolean isDoneAtOnce() {
        return this == SKIP || this == HOLD;
    }

    String[] states() {
        return from.stream().map(DeliveryState::name).toArray(String[]::new);
    }
}
