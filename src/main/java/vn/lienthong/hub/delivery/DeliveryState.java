package vn.lienthong.hub.delivery;

/**
 * The life of a delivery, stored by name.
 *
 * <ul>
 *   <li>PENDING waits for its time
 *   <li>LEASED is being sent or asked about; when the lease runs out nobody knows, and it is asked about
 *   <li>UNCERTAIN may have arrived: asked about before anything is sent again
 *   <li>DELIVERED, SKIPPED are done
 *   <li>REFUSED, PARKED wait for a person and hold back the dossier's later deliveries to the same system
 * </ul>
 */
public enum DeliveryState {
    PENDING,
    LEASED,
    UNCERTAIN,
    DELIVERED,
    REFUSED,
    PARKED,
    SKIPPED;

    public boolean isDone() {
        return this == DELIVERED || this == SKIPPED;
    }

    boolean holds() {
        return this == REFUSED || this == PARKED;
    }
}
