package vn.lienthong.hub.local;

import java.util.Arrays;
import java.util.List;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** Who may sign in at the desk of a local run. The passwords are no secrets, and say so. */
public enum LocalPerson {
    OPS("ops", "Trực ca", List.of("ops", "personal-data"), "*"),
    /** A second one, for what two must agree on. */
    OPS_2("ops-2", "Người duyệt", List.of("ops", "personal-data"), "*"),
    AUDITOR("auditor", "Kiểm tra", List.of("auditor"), "*"),
    INTEGRATOR("integrator", "Kết nối", List.of("integrator"), "*"),
    DAI_SON("dai-son", "Xã Đại Sơn", List.of("ops"), "31/11086");

    private final String id;
    private final String title;
    private final List<String> roles;
    private final String unit;

    LocalPerson(String id, String title, List<String> roles, String unit) {
        this.id = id;
        this.title = title;
        this.roles = roles;
        this.unit = unit;
    }

    static LocalPerson of(String id) {
        return Arrays.stream(values())
                .filter(person -> person.id.equals(id))
                .findFirst()
                .orElseThrow();
    }

    public String id() {
        return id;
    }

    public String password() {
        return id + "-local-password";
    }

    void claims(JwtClaimsSet.Builder token) {
        token.claim("preferred_username", id)
                .claim("name", title)
                .claim("roles", roles)
                .claim("units", List.of(unit));
    }

    static UserDetailsService accounts() {
        return new InMemoryUserDetailsManager(Arrays.stream(values())
                .map(person -> User.withUsername(person.id)
                        .password("{noop}" + person.password())
                        .build())
                .toList());
    }
}
