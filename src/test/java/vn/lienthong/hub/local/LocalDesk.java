package vn.lienthong.hub.local;

import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** The desk and the sign-in server of a local run, as each knows the other. The port is known only when they run. */
final class LocalDesk {
    static final String ID = "console";

    private static final String SECRET = "console-local-secret";
    private static final String BACK = "/console/signed-in";

    private final Environment environment;

    LocalDesk(Environment environment) {
        this.environment = environment;
    }

    /** The sign-in server as the desk knows it. */
    ClientRegistration registration() {
        return ClientRegistration.withRegistrationId(ID)
                .clientId(ID)
                .clientSecret(SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .scope(OidcScopes.OPENID)
                .redirectUri("{baseUrl}" + BACK)
                // of this very server, by whatever name the browser knows it
                .authorizationUri(LocalSignIn.AUTHORIZE)
                .tokenUri(hub("localhost") + LocalSignIn.TOKEN)
                .jwkSetUri(hub("localhost") + "/oauth2/jwks")
                .issuerUri(LocalKey.ISSUER)
                .userNameAttributeName("preferred_username")
                .build();
    }

    /** The desk as the sign-in server knows it. */
    RegisteredClientRepository beside(RegisteredClientRepository others) {
        return new RegisteredClientRepository() {
            @Override
            public void save(RegisteredClient client) {
                others.save(client);
            }

            @Override
            public RegisteredClient findById(String id) {
                return id.equals(ID) ? registered() : others.findById(id);
            }

            @Override
            public RegisteredClient findByClientId(String client) {
                return client.equals(ID) ? registered() : others.findByClientId(client);
            }
        };
    }

    private RegisteredClient registered() {
        return RegisteredClient.withId(ID)
                .clientId(ID)
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(hub("localhost") + BACK)
                .redirectUri(hub("127.0.0.1") + BACK)
                .scope(OidcScopes.OPENID)
                .build();
    }

    private String hub(String host) {
        return "http://%s:%s".formatted(host, environment.getRequiredProperty("local.server.port"));
    }
}
