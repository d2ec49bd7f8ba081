package vn.lienthong.hub.incident;

import java.util.List;
import java.util.UUID;
import vn.lienthong.hub.incident.Incident.State;
import vn.lienthong.hub.security.Caller;

/** What goes wrong, and what persons say about it. What may not be is a {@code Refusal}. */
public interface Incidents {
    /** Open ones first, then newest first; what concerns dossiers of the caller's units, and how many of them. */
    List<Incident> list(Caller caller, boolean openOnly, int limit);

    /**
     * What somebody says who may see all that it concerns. What goes wrong anew opens again.
     *
     * @param state TAKEN, WAITING for others, or CLOSED
     * @param note empty: what was noted before stays
     */
    Incident decide(UUID id, State state, String note, Caller by);

    /**
     * The same of the incident of a cause. Of a cause that waits and is too little to be one by itself, a person makes it one.
     *
     * @param cause id of a fingerprint
     */
    Incident decide(String cause, State state, String note, Caller by);

    /** Who is told. */
    List<Recipients> recipients();

    /** Tells a group that this is a test. */
    void test(String group, Caller by);

    /** @param mail how many addresses */
    record Recipients(String name, int mail, boolean webhook) {}
}
