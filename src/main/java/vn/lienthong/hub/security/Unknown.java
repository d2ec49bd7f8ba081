package vn.lienthong.hub.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends a stranger to the sign-in server; a page that asks for a part of itself is told to go there as a whole. */
final class Unknown implements AuthenticationEntryPoint {
    private final OneSignIn signIn;

    Unknown(OneSignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        if (!signIn.isThere()) {
            Refused.show(HttpStatus.SERVICE_UNAVAILABLE, request, response);
        } else if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", DeskConfiguration.DESK);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(signIn.path());
        }
    }
}
