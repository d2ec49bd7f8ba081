package vn.lienthong.hub.incident;

import java.util.List;
import java.util.UUID;
import vn.lienthong.hub.incident.Incident.State;
import vn.lienthong.hub.security.Caller;

/** What goes wrong, and what persons say about it. What may not be is a {@code Refusal}. */
public interface Incidents {
    /** Open ones first, then newest first. */
    List<Incident> list(boolean openOnly, int limit);

    /** @param state TAKEN, WAITING for others, or CLOSED; what is still wrong opens again */
    Incident decide(UUID id, State state, String note, Caller by);

    /** Who is told. */
    List<Recipients> recipients();

    /** Tells a group that this is a test. */
    void test(String group, Caller by);

    /** @param mail how many addresses */
    record Recipients(String name, int mail, boolean webhook) {}
}
