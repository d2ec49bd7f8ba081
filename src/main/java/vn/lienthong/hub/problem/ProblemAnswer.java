package vn.lienthong.hub.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes a problem where no controller is at hand: filters, the servlet container. */
public final class ProblemAnswer {
    private ProblemAnswer() {}

    public static void send(Problem problem, HttpServletResponse response) throws IOException {
        var body = problem.bytes();
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        if (problem.retryAfter() != null) {
            response.setIntHeader("Retry-After", problem.retryAfter());
        }
        response.getOutputStream().write(body);
    }
}
