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
        this(id, path, place, anyOf(Set.of(roles)));
    }

    private static Predicate<Caller> anyOf(Set<String> roles) {
        return caller -> caller.roles().stream().anyMatch(roles::contains);
    }

    boolean isFor(Caller caller) {
        return who.test(caller);
    }
}
