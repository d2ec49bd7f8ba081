package vn.lienthong.hub.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Shows a person the page that says why not. */
final class Refused implements AccessDeniedHandler {
    private final Rights rights;

    Refused(Rights rights) {
        this.rights = rights;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        var status = why instanceof CsrfException
                ? HttpStatus.FORBIDDEN
                : HttpStatus.valueOf(rights.whyNot(request).status());
        show(status, request, response);
    }

    static void show(HttpStatus status, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setStatus(status.value());
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status.value());
        request.getRequestDispatcher(DeskConfiguration.REFUSED).forward(request, response);
    }
}
