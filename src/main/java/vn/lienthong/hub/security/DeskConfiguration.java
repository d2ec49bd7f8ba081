package vn.lienthong.hub.security;

import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.header.Header;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.filter.CharacterEncodingFilter;

/**
 * The door of people: whoever comes to the desk is sent to the sign-in server and has a session afterwards. It opens
 * nothing of the API, as a token of the API opens nothing of the desk.
 */
@Configuration(proxyBeanMethods = false)
public class DeskConfiguration {
    public static final String DESK = "/console";
    public static final String SIGNED_OUT = DESK + "/signed-out";
    public static final String SIGN_OUT = DESK + "/sign-out";
    /** Where refused requests are forwarded to; {@link Refused} says how. */
    public static final String REFUSED = DESK + "/refused";

    /** What a browser may do with a page of the desk: nothing from elsewhere, nothing inline. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final int BETWEEN_MANAGEMENT_AND_THE_REST = 60;
    private static final String SIGN_IN = DESK + "/sign-in";
    private static final String SIGNED_IN = DESK + "/signed-in";
    private static final String REGISTRATION = "console";

    @Bean
    @Order(BETWEEN_MANAGEMENT_AND_THE_REST)
    SecurityFilterChain doorOfPeople(
            HttpSecurity http,
            Rights rights,
            SecuritySettings settings,
            ObjectProvider<ClientRegistrationRepository> registrations,
            ObjectProvider<InstantSource> clock) {
        var registered = registrations.getIfAvailable(() -> name -> null);
        var signIn = new OneSignIn(registered, SIGN_IN, REGISTRATION);
        http.securityMatcher(DESK, DESK + "/**")
                .securityContext(context -> context.securityContextRepository(session()))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(rights))
                .addFilterBefore(
                        new SessionEnd(settings.longestSession(), clock.getIfAvailable(InstantSource::system)),
                        AuthorizationFilter.class)
                .exceptionHandling(refusal ->
                        refusal.authenticationEntryPoint(new Unknown(signIn)).accessDeniedHandler(new Refused(rights)))
                .requestCache(kept -> kept.requestCache(whereSomebodyWanted()))
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(logout -> logout.logoutUrl(SIGN_OUT).logoutSuccessUrl(SIGNED_OUT))
                .oauth2Login(login -> login.clientRegistrationRepository(registered)
                        .authorizedClientRepository(new NoTokensKept())
                        .loginPage(signIn.path())
                        .authorizationEndpoint(begin -> begin.authorizationRequestResolver(signIn))
                        .redirectionEndpoint(back -> back.baseUri(SIGNED_IN))
                        .defaultSuccessUrl(DESK)
                        .failureHandler(new SignInFailed())
                        .userInfoEndpoint(told -> told.oidcUserService(DeskConfiguration::person)));
        return headers(http).build();
    }

    private static Person person(org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest request) {
        return Person.of(new OidcUserService().loadUser(request));
    }

    /** Under a name of its own: whoever else has a session in the same browser is not thereby at the desk. */
    private static HttpSessionSecurityContextRepository session() {
        var repository = new HttpSessionSecurityContextRepository();
        repository.setSpringSecurityContextKey("vn.lienthong.hub.person");
        return repository;
    }

    /** Whoever signs in comes to the page that was asked for, not to a part of one. */
    @SuppressWarnings("NullAway") // null is how the address is kept free of a parameter of the cache
    private static HttpSessionRequestCache whereSomebodyWanted() {
        var cache = new HttpSessionRequestCache();
        cache.setSessionAttrName("vn.lienthong.hub.wanted"); // not to be taken for that of another door
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(request -> "GET".equals(request.getMethod())
                && request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader("Accept")).contains("text/html"));
        return cache;
    }

    private static HttpSecurity headers(HttpSecurity http) {
        return http.headers(headers -> headers.defaultsDisabled()
                .contentTypeOptions(Customizer.withDefaults())
                .httpStrictTransportSecurity(Customizer.withDefaults())
                .cacheControl(Customizer.withDefaults())
                .addHeaderWriter(new StaticHeadersWriter(List.of(
                        new Header("Content-Security-Policy", POLICY),
                        new Header("Referrer-Policy", "same-origin"),
                        new Header("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
                        new Header("Cross-Origin-Opener-Policy", "same-origin")))));
    }

    /** Forms of the desk are written in UTF-8; bodies of the API are read by the rules of their format. */
    @Bean
    FilterRegistrationBean<CharacterEncodingFilter> formsInUtf8() {
        var filter = new FilterRegistrationBean<>(new CharacterEncodingFilter("UTF-8"));
        filter.addUrlPatterns(DESK + "/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
