package vn.lienthong.hub.console;

import java.util.Set;
import java.util.function.Predicate;
import vn.lienthong.hub.security.Caller;

/**
 * One entry of the navigation; its word is the message {@code nav.<id>}.
 *
 * @param place the smaller the earlier
 * @param who sees it; the same as may open it
 */
record NavEntry(String id, String path, int place, Predicate<Caller> who) {
    NavEntry(String id, String path, int place, String... roles) {
        this(id, path, place, caller -> caller.roles().stream().anyMatch(Set.of(roles)::contains));
    }

    boolean isFor(Caller caller) {
        return who.test(caller);
    }
}
