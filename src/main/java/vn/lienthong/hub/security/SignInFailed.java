package vn.lienthong.hub.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Says that the sign-in server sent somebody back without saying who it is. */
final class SignInFailed implements AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SignInFailed.class);

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        LOG.warn(
                "a sign-in to the desk failed: {}",
                why instanceof OAuth2AuthenticationException e
                        ? e.getError().getErrorCode()
                        : why.getClass().getSimpleName());
        Refused.show(HttpStatus.UNAUTHORIZED, request, response);
    }
}
