package vn.lienthong.hub.delivery;

import java.util.List;
import java.util.UUID;

/** Published inside the transaction that records answers: which deliveries arrived, or never will. */
public record DeliveriesEnded(List<Ended> ended) {
    /** @param kind of the entry, as a word */
    public record Ended(String system, String dossier, UUID entry, String kind) {}
}
