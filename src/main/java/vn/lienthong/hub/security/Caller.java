package vn.lienthong.hub.security;

import java.util.Set;

/** Who is calling: the client of the token, its roles and the units it works for. */
public record Caller(String client, Set<String> roles, UnitScope scope) {
    private static final String SYSTEM = "system:";
    private static final String PERSON = "person:";

    /** An external system that reports by itself, and has proven to be it. */
    public static Caller ofSystem(String id) {
        return new Caller(SYSTEM + id, Set.of(Roles.SYSTEM), UnitScope.EVERYWHERE);
    }

    /** A person at the desk, by the name that the sign-in server knows; never mistaken for a client of that name. */
    public static Caller ofPerson(String name, Set<String> roles, UnitScope scope) {
        return new Caller(PERSON + name, roles, scope);
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    /** Whether a client is the system of that id. */
    public static boolean isSystem(String client, String id) {
        return client.equals(SYSTEM + id);
    }
}
