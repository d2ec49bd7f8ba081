package vn.lienthong.hub.local;

import static org.springframework.security.oauth2.core.AuthorizationGrantType.CLIENT_CREDENTIALS;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.CLIENT_SECRET_POST;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Who may sign in at a local run. The secrets are no secrets, and say so. */
public enum LocalClient {
    UPSTREAM_DAI_SON("upstream-dai-son", "upstream", "31/11086"),
    UPSTREAM_HAI_PHONG("upstream-hai-phong", "upstream", "31"),
    OPS("ops", "ops", "*"),
    INTEGRATOR("integrator", "integrator", "*"),
    AUDITOR("auditor", "auditor", "*");

    private static final Duration TOKEN_LIVES = Duration.ofHours(1);

    private final String id;
    private final String role;
    private final String unit;

    LocalClient(String id, String role, String unit) {
        this.id = id;
        this.role = role;
        this.unit = unit;
    }

    public static LocalClient of(String id) {
        return Arrays.stream(values())
                .filter(client -> client.id.equals(id))
                .findFirst()
                .orElseThrow();
    }

    public String id() {
        return id;
    }

    public String secret() {
        return id + "-local-secret";
    }

    public List<String> roles() {
        return List.of(role);
    }

    public List<String> units() {
        return List.of(unit);
    }

    RegisteredClient registered() {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret("{noop}" + secret())
                .clientAuthenticationMethod(CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(CLIENT_SECRET_POST)
                .authorizationGrantType(CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIVES)
                        .build())
                .build();
    }
}
