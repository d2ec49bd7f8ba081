package vn.lienthong.hub.security;

import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * Three chains: the management endpoints, the desk of people ({@link DeskConfiguration}), and everything else. What no
 * {@link Door} lists is closed.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
class SecurityConfiguration {
    private static final int MANAGEMENT = 50;
    private static final int EVERYTHING_ELSE = 100;

    @Bean
    Tokens tokens(ObjectProvider<JwtDecoder> decoder, SecuritySettings settings, ObjectProvider<InstantSource> clock) {
        return new Tokens(
                decoder.getIfAvailable(() -> {
                    throw new IllegalStateException("No sign-in server is known: set"
                            + " spring.security.oauth2.resourceserver.jwt.issuer-uri (or jwk-set-uri)");
                }),
                settings,
                clock.getIfAvailable(InstantSource::system));
    }

    /** The request is observed as a whole; one more observation for every filter costs more than the filters do. */
    @Bean
    SecurityObservationSettings noObservationOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    Rights rights(ObjectProvider<Door> doors) {
        return new Rights(doors.stream().toList());
    }

    @Bean
    Doorkeeper doorkeeper(Rights rights) {
        return new Doorkeeper(rights);
    }

    @Bean
    HttpFirewall httpFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(SecurityConfiguration::isPrintable);
        firewall.setAllowedHeaderValues(SecurityConfiguration::isPrintable);
        return firewall;
    }

    /** The firewall's own rule, without its regular expressions over every header of every request. */
    private static boolean isPrintable(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var plain = c >= ' ' && c <= '~'; // nearly all of them: no table is asked
            if (!plain && (!Character.isDefined(c) || Character.isISOControl(c))) {
                return false;
            }
        }
        return true;
    }

    @Bean
    @Order(MANAGEMENT)
    SecurityFilterChain managementDoor(HttpSecurity http, Doorkeeper doorkeeper, WebEndpointProperties endpoints) {
        var anyEndpoint = EndpointRequest.toAnyEndpoint();
        // asked of every request: the matcher looks for a class before it looks at the path, and whatever it can match
        // has the base path in it, wherever an installation puts that
        http.securityMatcher(request ->
                        request.getRequestURI().contains(endpoints.getBasePath()) && anyEndpoint.matches(request))
                .authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to("health"))
                        .permitAll()
                        .anyRequest()
                        .access(new Loopback()));
        return bare(http, doorkeeper).build();
    }

    @Bean
    @Order(EVERYTHING_ELSE)
    SecurityFilterChain everyOtherDoor(HttpSecurity http, Tokens tokens, Rights rights, Doorkeeper doorkeeper) {
        AuthenticationManager bearer = asked -> tokens.verify(((BearerTokenAuthenticationToken) asked).getToken());
        var header = new BearerHeader();
        // where nobody needs a token nobody looks for one: what stands in that header is the callee's own business
        http.oauth2ResourceServer(server -> server.bearerTokenResolver(
                                request -> rights.isOpen(request) ? null : header.resolve(request))
                        .authenticationManagerResolver(request -> bearer)
                        .authenticationEntryPoint(doorkeeper)
                        .accessDeniedHandler(doorkeeper))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .access(rights));
        return bare(http, doorkeeper).build();
    }

    /** No sessions, no forms, no anonymous user; every answer tells browsers to keep and run nothing. */
    private static HttpSecurity bare(HttpSecurity http, Doorkeeper doorkeeper) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        refusal -> refusal.authenticationEntryPoint(doorkeeper).accessDeniedHandler(doorkeeper))
                .headers(headers -> headers.defaultsDisabled()
                        .contentTypeOptions(Customizer.withDefaults())
                        .httpStrictTransportSecurity(Customizer.withDefaults())
                        .addHeaderWriter(new StaticHeadersWriter(List.of(
                                header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
                                header("Referrer-Policy", "no-referrer"),
                                header("Cache-Control", "no-store")))));
    }

    private static org.springframework.security.web.header.Header header(String name, String value) {
        return new org.springframework.security.web.header.Header(name, value);
    }
}
