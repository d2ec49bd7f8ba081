package vn.lienthong.hub.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** However busy a page is, nobody stays signed in for longer than a day's work. */
class SessionEndTest {
    private static final Instant MORNING = Instant.parse("2025-08-12T00:30:00Z");

    private Instant now = MORNING;
    private final SessionEnd filter = new SessionEnd(Duration.ofHours(12), () -> now);
    private final MockHttpSession session = new MockHttpSession();

    private void comes() throws ServletException, IOException {
        var request = new MockHttpServletRequest("GET", "/console/news");
        if (!session.isInvalid()) {
            request.setSession(session);
        }
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("ops", ""));
        filter.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }

    @AfterEach
    void forget() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void letsSomebodyWorkForTheWholeShift() throws Exception {
        comes();
        now = MORNING.plus(Duration.ofHours(12));
        comes();

        assertThat(session.isInvalid()).isFalse();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNotNull();
    }

    @Test
    void endsASessionThatIsAlwaysBusy() throws Exception {
        for (var hour = 0; hour <= 12; hour++) {
            now = MORNING.plus(Duration.ofHours(hour));
            comes();
        }
        now = MORNING.plus(Duration.ofHours(12)).plusSeconds(1);
        comes();

        assertThat(session.isInvalid()).isTrue();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }
}
