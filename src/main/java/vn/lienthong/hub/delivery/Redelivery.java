package vn.lienthong.hub.delivery;

import java.util.UUID;
import vn.lienthong.hub.connector.Outcome;

/** Comes back to what has been delivered. */
public interface Redelivery {
    /**
     * Asks the system about what it got of the dossier last.
     *
     * @return acknowledged with the times it stored, absent, or why it cannot be known now
     */
    Outcome ask(String system, String dossier);

    /**
     * Makes everything of the dossier that the system once got due again, in its order.
     *
     * @return how many deliveries
     */
    int again(String system, String dossier);

    /** Passes over the delivery of an entry that the system would not take, so that what waits behind it goes on. */
    void skip(String system, UUID entry);
}
