package vn.lienthong.hub.security;

import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Lets in who calls from this very machine. */
final class Loopback implements AuthorizationManager<RequestAuthorizationContext> {
    private final IpAddressMatcher v4 = new IpAddressMatcher("127.0.0.0/8");
    private final IpAddressMatcher v6 = new IpAddressMatcher("::1");

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> asking, RequestAuthorizationContext context) {
        var address = context.getRequest().getRemoteAddr();
        return new AuthorizationDecision(v4.matches(address) || v6.matches(address));
    }
}
