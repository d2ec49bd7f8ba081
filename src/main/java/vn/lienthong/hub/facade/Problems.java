package vn.lienthong.hub.facade;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerMapping;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.SubmissionRefused;
import vn.lienthong.hub.problem.Problem;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;

/** Turns whatever went wrong into one problem; what a caller cannot mend is logged with its fault id. */
@RestControllerAdvice
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final MediaType PROBLEM_JSON = MediaType.parseMediaType(Problem.MEDIA_TYPE);
    private static final int SERVER_ERROR = 500;

    /**
     * One answer for everything.
     *
     * @throws Exception the same, when an answer has begun: only a connection that breaks says that it is not whole
     */
    @ExceptionHandler
    ResponseEntity<byte[]> answer(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        var problem = problem(failure);
        log(problem, failure, request);
        if (response.isCommitted()) {
            throw failure;
        }
        return answer(problem, failure instanceof ErrorResponse known ? known.getHeaders() : HttpHeaders.EMPTY);
    }

    /** Nothing can be answered any more. */
    @ExceptionHandler
    void breakOff(BrokenOff broken, HttpServletRequest request) {
        log(problem(broken.failure()), broken.failure(), request);
        throw broken;
    }

    static ResponseEntity<byte[]> answer(Problem problem, HttpHeaders more) {
        var answer = ResponseEntity.status(problem.status()).headers(more).contentType(PROBLEM_JSON);
        if (problem.retryAfter() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, problem.retryAfter().toString());
        }
        return answer.body(problem.bytes());
    }

    private static Problem problem(Exception failure) {
        return switch (failure) {
            case Refusal refusal -> refusal.problem();
            case SubmissionRefused refused -> refused(refused);
            case Json.UnreadableJson unreadable ->
                Problem.of(ProblemCode.REQUEST_UNREADABLE, "the body is " + unreadable.getMessage());
            case ErrorResponse response ->
                Problem.of(byStatus(response.getStatusCode().value()));
            case InvalidParameterException broken -> Problem.of(ProblemCode.REQUEST_MALFORMED);
            case ClientAbortException gone -> Problem.of(ProblemCode.REQUEST_MALFORMED);
            case TransientDataAccessException passing -> Problem.of(ProblemCode.HUB_UNAVAILABLE);
            case RecoverableDataAccessException passing -> Problem.of(ProblemCode.HUB_UNAVAILABLE);
            case NonTransientDataAccessResourceException down -> Problem.of(ProblemCode.HUB_UNAVAILABLE);
            // also when a commit lost its connection: it may be done, and the same request again will tell
            case TransactionException lost -> Problem.of(ProblemCode.HUB_UNAVAILABLE);
            default -> Problem.of(ProblemCode.HUB_FAULT);
        };
    }

    private static Problem refused(SubmissionRefused refused) {
        return ProblemCode.of(refused.code())
                .map(code -> Problem.of(code, refused.detail(), refused.pointer(), List.of()))
                .orElseThrow(() -> new IllegalStateException("no problem code " + refused.code()));
    }

    /** What the framework or the servlet container found, before or beside our own code. */
    static ProblemCode byStatus(int status) {
        return switch (status) {
            case 401 -> ProblemCode.CALLER_UNAUTHENTICATED;
            case 403 -> ProblemCode.CALLER_FORBIDDEN;
            case 404 -> ProblemCode.REQUEST_UNKNOWN_PATH;
            case 405 -> ProblemCode.REQUEST_METHOD;
            case 406 -> ProblemCode.REQUEST_NOT_ACCEPTABLE;
            case 413 -> ProblemCode.REQUEST_TOO_LARGE;
            case 415 -> ProblemCode.REQUEST_MEDIA_TYPE;
            case 503 -> ProblemCode.HUB_UNAVAILABLE;
            default -> status < SERVER_ERROR ? ProblemCode.REQUEST_MALFORMED : ProblemCode.HUB_FAULT;
        };
    }

    private static void log(Problem problem, Exception failure, HttpServletRequest request) {
        var address = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (problem.status() == SERVER_ERROR) {
            LOG.error(
                    "{} {} {} {}",
                    problem.faultId(),
                    problem.code(),
                    request.getMethod(),
                    address,
                    new Unworded(failure));
        } else {
            LOG.info("{} {} {} {}", problem.faultId(), problem.code(), request.getMethod(), address);
        }
    }
}
