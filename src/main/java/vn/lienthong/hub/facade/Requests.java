package vn.lienthong.hub.facade;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.contract.Contract;
import vn.lienthong.hub.contract.Violation;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.problem.Problem;
import vn.lienthong.hub.problem.Problem.FieldProblem;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;

/** Reads what a caller sent, no more of it than allowed, and only as the contract has it. */
@Component
final class Requests {
    /** Bytes. A dossier's papers travel as references, so this is generous. */
    static final int LARGEST_BODY = 1 << 20;

    private final Contract contract;

    Requests(Contract contract) {
        this.contract = contract;
    }

    JsonNode body(String operationId, HttpServletRequest request) throws IOException {
        var body = Json.parse(bytes(request, LARGEST_BODY));
        requireNone(contract.requestSchema(operationId).check(body));
        return body;
    }

    static void requireNone(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw invalid(violations);
        }
    }

    /** The whole body, no larger than it may be. */
    static byte[] bytes(HttpServletRequest request, int largest) throws IOException {
        var declared = request.getContentLengthLong();
        if (declared > largest) {
            throw new Refusal(ProblemCode.REQUEST_TOO_LARGE);
        }
        var bytes = request.getInputStream().readNBytes(declared < 0 ? largest + 1 : (int) declared);
        if (bytes.length > largest) {
            throw new Refusal(ProblemCode.REQUEST_TOO_LARGE);
        }
        return bytes;
    }

    private static Refusal invalid(List<Violation> violations) {
        var errors = violations.stream()
                .map(v -> new FieldProblem(v.pointer(), null, v.rule(), v.message()))
                .toList();
        var first = violations.getFirst();
        var detail = violations.size() == 1
                ? first.message()
                : violations.size() + " places break the contract; the first " + first.message();
        return new Refusal(Problem.of(ProblemCode.REQUEST_INVALID, detail, first.pointer(), errors));
    }

    JsonNode query(String operationId, HttpServletRequest request) {
        var reading = contract.querySchema(operationId).read(request.getParameterMap());
        if (!reading.violations().isEmpty()) {
            throw unknownQuery(reading.violations());
        }
        return reading.values();
    }

    private static Refusal unknownQuery(List<Violation> violations) {
        var errors = violations.stream()
                .map(v -> new FieldProblem(null, parameter(v.pointer()), v.rule(), v.message()))
                .toList();
        return new Refusal(
                Problem.of(ProblemCode.REQUEST_PARAMETER, violations.getFirst().message(), null, errors));
    }

    private static String parameter(String pointer) {
        return pointer.isEmpty() ? "" : pointer.substring(1);
    }
}
