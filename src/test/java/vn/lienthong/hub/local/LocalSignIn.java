package vn.lienthong.hub.local;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The sign-in server of a local run: client credentials at {@code /oauth2/token}, and for people at the desk a form and
 * OpenID Connect. It carries no annotation of its own, so that only who names it gets it. The hub verifies with the same
 * key and needs no round trip.
 */
public class LocalSignIn {
    static final String TOKEN = "/oauth2/token";
    static final String AUTHORIZE = "/oauth2/authorize";

    private static final String FORM = "/login";
    private static final int BEFORE_ALL_OTHERS = 1;

    @Bean
    LocalKey localKey(@Value("${hub.local.folder:${hub.home:.}/.local}") Path folder) {
        return LocalKey.in(folder);
    }

    @Bean
    JWKSource<SecurityContext> jwkSource(LocalKey key) {
        return key.source();
    }

    @Bean
    JwtDecoder jwtDecoder(LocalKey key) {
        return key.decoder();
    }

    @Bean
    RegisteredClientRepository registeredClients(LocalDesk desk) {
        var clients = new InMemoryRegisteredClientRepository(
                Arrays.stream(LocalClient.values()).map(LocalClient::registered).toList());
        return desk.beside(clients);
    }

    @Bean
    LocalDesk localDesk(Environment environment) {
        return new LocalDesk(environment);
    }

    @Bean
    ClientRegistrationRepository deskAtSignIn(LocalDesk desk) {
        return name -> name.equals(LocalDesk.ID) ? desk.registration() : null;
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(LocalKey key) {
        return registration -> key.idTokens(registration);
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder()
                .issuer(LocalKey.ISSUER)
                .tokenEndpoint(TOKEN)
                .build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> rolesAndUnits() {
        return context -> {
            if (context.getRegisteredClient().getId().equals(LocalDesk.ID)) {
                LocalPerson.of(context.getPrincipal().getName()).claims(context.getClaims());
            } else if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                var client = LocalClient.of(context.getRegisteredClient().getClientId());
                context.getClaims()
                        .audience(List.of("hub"))
                        .claim("client_id", client.id())
                        .claim("roles", client.roles())
                        .claim("units", client.units());
            }
        };
    }

    @Bean
    @Order(BEFORE_ALL_OTHERS)
    SecurityFilterChain tokenEndpoint(HttpSecurity http) {
        return http.securityMatcher(TOKEN, AUTHORIZE)
                .oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(refusal -> refusal.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(FORM), path(AUTHORIZE)))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(BEFORE_ALL_OTHERS)
    SecurityFilterChain peopleSignIn(HttpSecurity http) {
        return http.securityMatcher(FORM, "/default-ui.css")
                .userDetailsService(LocalPerson.accounts())
                .formLogin(Customizer.withDefaults())
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    private static PathPatternRequestMatcher path(String path) {
        return PathPatternRequestMatcher.pathPattern(path);
    }
}
