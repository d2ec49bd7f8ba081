package vn.lienthong.hub.intake;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Takes one kind of observation that is no entry of the ledger. A bean of a package above; the hub has at most one for a
 * kind.
 */
public interface Observer {
    /** The word by which a route says that it is meant. */
    String kind();

    /**
     * Makes it durable before it returns. The same observation may come again, at any time and from any node, and must
     * then change nothing.
     *
     * @return what the mapping of the answer is to see of it
     * @throws vn.lienthong.hub.ledger.SubmissionRefused when it can never be taken: it is put aside with that cause
     * @throws RuntimeException of the database when it must come again later; any other is a fault, and puts it aside
     */
    JsonNode take(Observation observation);
}
