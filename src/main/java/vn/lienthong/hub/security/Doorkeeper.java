package vn.lienthong.hub.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import vn.lienthong.hub.problem.Problem;
import vn.lienthong.hub.problem.ProblemAnswer;
import vn.lienthong.hub.problem.ProblemCode;

/** Says why somebody is not let in. */
final class Doorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);

    private final Rights rights;

    Doorkeeper(Rights rights) {
        this.rights = rights;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        switch (why) {
            case KeysUnreachable e -> {
                LOG.warn("cannot verify tokens: {}", e.getMessage());
                send(ProblemCode.HUB_UNAVAILABLE, response);
            }
            case OAuth2AuthenticationException e -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
                send(ProblemCode.CALLER_TOKEN_INVALID, response);
            }
            default -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                send(ProblemCode.CALLER_UNAUTHENTICATED, response);
            }
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        var code = rights.whyNot(request);
        if (code == ProblemCode.REQUEST_METHOD) {
            response.setHeader(
                    HttpHeaders.ALLOW,
                    rights.methods(request).stream()
                            .map(HttpMethod::name)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        send(code, response);
    }

    private static void send(ProblemCode code, HttpServletResponse response) throws IOException {
        var problem = Problem.of(code);
        LOG.debug("{} {}", problem.faultId(), problem.code());
        ProblemAnswer.send(problem, response);
    }
}
