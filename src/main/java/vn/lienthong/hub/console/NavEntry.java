package vn.lienthong.hub.console;

import java.util.Set;
import vn.lienthong.hub.security.Caller;

/**
 * One entry of the navigation; its word is the message {@code nav.<id>}.
 *
 * @param place the smaller the earlier
 * @param roles who sees it; the same as may open it
 */
record NavEntry(String id, String path, int place, Set<String> roles) {
    NavEntry(String id, String path, int place, String... roles) {
        this(id, path, place, Set.of(roles));
    }

    boolean isFor(Caller caller) {
        return caller.roles().stream().anyMatch(roles::contains);
    }
}
