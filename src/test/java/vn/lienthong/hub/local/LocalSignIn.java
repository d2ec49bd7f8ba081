package vn.lienthong.hub.local;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The sign-in server of a local run: client credentials at {@code /oauth2/token}. It carries no annotation of its own,
 * so that only who names it gets it. The hub verifies with the same key and needs no round trip.
 */
public class LocalSignIn {
    private static final String TOKEN = "/oauth2/token";
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
    RegisteredClientRepository registeredClients() {
        return new InMemoryRegisteredClientRepository(
                Arrays.stream(LocalClient.values()).map(LocalClient::registered).toList());
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
            if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
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
        return http.securityMatcher(TOKEN)
                .oauth2AuthorizationServer(Customizer.withDefaults())
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}
