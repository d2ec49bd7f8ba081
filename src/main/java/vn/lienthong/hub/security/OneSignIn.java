package vn.lienthong.hub.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** The one way to the sign-in server of people; any other that an address asks for is no page of the desk. */
final class OneSignIn implements OAuth2AuthorizationRequestResolver {
    private final ClientRegistrationRepository registrations;
    private final OAuth2AuthorizationRequestResolver known;
    private final String registration;
    private final String path;

    OneSignIn(ClientRegistrationRepository registrations, String base, String registration) {
        this.registrations = registrations;
        this.known = new DefaultOAuth2AuthorizationRequestResolver(registrations, base);
        this.registration = registration;
        this.path = base + "/" + registration;
    }

    boolean isThere() {
        return registrations.findByRegistrationId(registration) != null;
    }

    String path() {
        return path;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return request.getRequestURI().equals(path) && isThere() ? known.resolve(request) : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String asked) {
        return resolve(request);
    }
}
