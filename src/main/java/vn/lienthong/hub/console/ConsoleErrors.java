package vn.lienthong.hub.console;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.lienthong.hub.problem.Problem;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;

/** Shows a person what went wrong as a page, with the id under which the log has more. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(basePackageClasses = ConsoleErrors.class)
final class ConsoleErrors {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleErrors.class);
    private static final int SERVER_ERROR = 500;
    /** Those that the words tell about; any other is told as an error of the server. */
    private static final Set<Integer> WORDED = Set.of(400, 401, 403, 404, 405, 409, 422, 503);

    private final Assets assets;

    ConsoleErrors(Assets assets) {
        this.assets = assets;
    }

    @ExceptionHandler
    ModelAndView show(Exception failure, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws Exception {
        if (response.isCommitted()) {
            throw failure;
        }
        var problem = problem(failure);
        log(problem, failure, request);
        response.setStatus(problem.status());
        return page(problem.status(), locale)
                .addObject("reason", failure instanceof Refusal ? problem.message() : null)
                .addObject("fault", problem.faultId());
    }

    /** @param request forwarded here by the door */
    ModelAndView ofDoor(HttpServletRequest request, Locale locale) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return page(status, locale);
    }

    private ModelAndView page(int status, Locale locale) {
        return new ModelAndView("error")
                .addObject("assets", assets)
                .addObject("status", WORDED.contains(status) ? status : SERVER_ERROR)
                .addObject("lang", locale.getLanguage());
    }

    private static Problem problem(Exception failure) {
        return switch (failure) {
            case Refusal refusal -> refusal.problem();
            case ErrorResponse response ->
                Problem.of(
                        response.getStatusCode().is4xxClientError()
                                ? ProblemCode.REQUEST_PARAMETER
                                : ProblemCode.HUB_FAULT);
            default -> Problem.of(ProblemCode.HUB_FAULT);
        };
    }

    private static void log(Problem problem, Exception failure, HttpServletRequest request) {
        var address = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (problem.status() == SERVER_ERROR) {
            LOG.error("{} {} {}", problem.faultId(), request.getMethod(), address, failure);
        } else {
            LOG.info("{} {} {} {}", problem.faultId(), problem.code(), request.getMethod(), address);
        }
    }
}
