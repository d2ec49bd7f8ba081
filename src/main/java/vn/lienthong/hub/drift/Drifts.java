package vn.lienthong.hub.drift;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.security.Caller;

/** What moved at systems, for those who must see to it. */
public interface Drifts {
    /** Newest first. */
    List<Drift> list(@Nullable String system, boolean openOnly, int limit);

    /** A person has seen to it: card and mappings are as they must be. It is known already, and not noticed again. */
    Drift accept(UUID id, String note, Caller by);

    /** What each system showed last, of those that showed anything. */
    List<Vital> vitals();
}
