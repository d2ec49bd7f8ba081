package vn.lienthong.hub.delivery;

import java.util.Optional;
import java.util.UUID;

/** How single duties stand. */
public interface Duties {
    /** Empty when the system need not know the entry. */
    Optional<Duty> find(UUID entry, String system);
}
