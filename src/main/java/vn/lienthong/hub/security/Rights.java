package vn.lienthong.hub.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.ServletRequestPathUtils;
import vn.lienthong.hub.problem.ProblemCode;

/** Every right of every door; closed by default. */
final class Rights implements AuthorizationManager<RequestAuthorizationContext> {
    private static final AuthorizationDecision YES = new AuthorizationDecision(true);
    private static final AuthorizationDecision NO = new AuthorizationDecision(false);

    private final List<Right> rights;

    Rights(List<Door> doors) {
        this.rights = doors.stream().flatMap(door -> door.rights().stream()).toList();
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> asking, RequestAuthorizationContext context) {
        var right = right(context.getRequest());
        if (right != null && right.isOpen()) {
            return YES;
        }
        // Who is asking comes first: a stranger is asked for a token before being told what exists.
        var caller = asking.get();
        return right != null && holdsOneOf(right.roles(), caller) ? YES : NO;
    }

    /** Whether anybody may do this, with or without a token. */
    boolean isOpen(HttpServletRequest request) {
        var right = right(request);
        return right != null && right.isOpen();
    }

    private @Nullable Right right(HttpServletRequest request) {
        var address = address(request);
        for (var right : rights) {
            if (right.takes(request.getMethod()) && right.isAt(address)) {
                return right;
            }
        }
        return null;
    }

    private static boolean holdsOneOf(Set<String> roles, Authentication asking) {
        return switch (Objects.requireNonNull(asking.getPrincipal())) {
            case Caller caller -> holdsOneOf(roles, caller);
            case Person person -> holdsOneOf(roles, person.caller());
            default -> false;
        };
    }

    private static boolean holdsOneOf(Set<String> roles, Caller caller) {
        return caller.roles().stream().anyMatch(roles::contains);
    }

    /** Why {@link #authorize} said no to somebody who is known. */
    ProblemCode whyNot(HttpServletRequest request) {
        if (right(request) != null) {
            return ProblemCode.CALLER_FORBIDDEN;
        }
        return methods(request).isEmpty() ? ProblemCode.REQUEST_UNKNOWN_PATH : ProblemCode.REQUEST_METHOD;
    }

    /** What may be done at an address, by anybody. */
    Set<HttpMethod> methods(HttpServletRequest request) {
        var address = address(request);
        return rights.stream()
                .filter(right -> right.isAt(address))
                .map(Right::method)
                .collect(Collectors.toSet());
    }

    private static PathContainer address(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        return Objects.requireNonNull(ServletRequestPathUtils.getParsedRequestPath(request))
                .pathWithinApplication();
    }
}
