package vn.lienthong.hub.security;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** A person at the desk, as the sign-in server says who they are, with their roles and units. */
public final class Person extends DefaultOidcUser {
    private static final List<String> NAMES = List.of("preferred_username", "sub");

    private final transient Caller caller;

    private Person(OidcUser user, Caller caller) {
        super(
                caller.roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList(),
                user.getIdToken(),
                user.getUserInfo());
        this.caller = caller;
    }

    static Person of(OidcUser user) {
        var name = NAMES.stream()
                .flatMap(claim -> Stream.ofNullable(user.getClaimAsString(claim)))
                .filter(found -> !found.isBlank())
                .findFirst()
                .orElseThrow();
        // no token makes a person a system: those roles are given by the hub
        var roles = Set.copyOf(list(user, "roles").stream()
                .filter(role -> !role.equals(Roles.SYSTEM) && !role.equals(Roles.UPSTREAM))
                .toList());
        return new Person(user, Caller.ofPerson(name, roles, UnitScope.of(list(user, "units"))));
    }

    private static List<String> list(OidcUser user, String claim) {
        return user.getClaims().get(claim) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    public Caller caller() {
        return caller;
    }

    /** To show to that person. */
    public String shownName() {
        var name = getFullName();
        return name == null || name.isBlank() ? getName() : name;
    }
}
