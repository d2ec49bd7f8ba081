package vn.lienthong.hub.outage;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.security.Caller;

/** The planned outages of systems. What may not be is a {@code Refusal}. */
public interface Outages {
    /** The one that holds now and lasts longest; cheap enough to be asked before every lease. */
    Optional<Outage> now(String system);

    /** Those that hold or will, earliest first. */
    List<Outage> ahead(@Nullable String system);

    /** @param id made by the caller; the same again adds no second one */
    Outage plan(UUID id, String system, OffsetDateTime from, OffsetDateTime until, String text, Caller by);

    /** It ends now, or never begins. */
    Outage withdraw(UUID id, Caller by);
}
