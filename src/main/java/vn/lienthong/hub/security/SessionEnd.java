package vn.lienthong.hub.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session that has lasted long enough, although its page asks for news all the time. */
final class SessionEnd extends OncePerRequestFilter {
    private static final String BEGAN = "vn.lienthong.hub.began";

    private final Duration longest;
    private final InstantSource clock;

    SessionEnd(Duration longest, InstantSource clock) {
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null && isOver(session)) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(HttpSession session) {
        var now = clock.millis();
        if (session.getAttribute(BEGAN) instanceof Long began) {
            return now - began > longest.toMillis();
        }
        session.setAttribute(BEGAN, now);
        return false;
    }
}
