package vn.lienthong.hub.repair;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lienthong.hub.delivery.Act;
import vn.lienthong.hub.security.Caller;

/**
 * Acts on the delivery that is next for a dossier and a system. The caller has been found to see the dossier. What may
 * not be is a {@code Refusal}.
 */
public interface SingleRepairs {
    /** @param request made by the caller: asked for twice it is done once */
    Done act(UUID request, String dossier, String system, Act act, String reason, Caller by);

    /** @param became state of the delivery after it */
    record Done(UUID request, long delivery, String dossier, String system, Act act, String became) {}

    /**
     * Proposes another content for a delivery that was refused or parked.
     *
     * @param request made by the caller, and the id of the edit
     */
    Edit propose(UUID request, String dossier, String system, JsonNode patch, String reason, Caller by);

    /** Another person than the one who proposed it; approved, the delivery is due with it. */
    Edit decide(UUID id, boolean approved, String note, Caller by);

    /** Those that wait for the second person, of the caller's units, oldest first. */
    List<Edit> proposed(Caller caller, int limit);

    Optional<Edit> edit(UUID id, Caller caller);
}
