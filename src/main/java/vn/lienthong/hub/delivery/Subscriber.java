package vn.lienthong.hub.delivery;

import java.util.Set;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.security.UnitScope;

/**
 * A receiver that a caller named. It is delivered to like a system: in order, with leases, waiting while it is down.
 *
 * @param card its own, made from the one of all such receivers
 * @param scope of the caller: only entries of these units
 * @param entries only these kinds; all when empty
 */
public record Subscriber(SystemCard card, UnitScope scope, Set<String> entries) {
    boolean wants(String entry, String province, String commune) {
        return scope.covers(province, commune) && (entries.isEmpty() || entries.contains(entry));
    }
}
