package vn.lienthong.hub.security;

import java.util.Set;

/** Who is calling: the client of the token, its roles and the units it works for. */
public record Caller(String client, Set<String> roles, UnitScope scope) {}
