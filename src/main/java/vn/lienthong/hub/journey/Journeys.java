package vn.lienthong.hub.journey;

import java.util.Optional;
import vn.lienthong.hub.security.Caller;

/** The linked procedures that dossiers are on. */
public interface Journeys {
    /** Empty of a dossier whose procedure is linked to nothing. */
    Optional<JourneyView> find(String dossier);

    /**
     * Begins the part again that holds the journey up.
     *
     * @throws NotHeld when nothing holds it up
     */
    JourneyView resume(String dossier, Caller by);

    /**
     * Ends it; what was done and can be taken back is taken back.
     *
     * @throws NotHeld when it has ended already
     */
    JourneyView stop(String dossier, String reason, Caller by);

    /** There is nothing to resume or to stop. */
    final class NotHeld extends RuntimeException {
        public NotHeld() {
            super(null, null, false, false);
        }
    }
}
