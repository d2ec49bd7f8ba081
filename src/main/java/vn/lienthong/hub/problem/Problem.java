package vn.lienthong.hub.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;

/**
 * One answer of RFC 9457. Nothing in it quotes what the caller wrote.
 *
 * @param faultId what a caller tells the operators; it is in the log
 * @param message Vietnamese, for the people of an office
 * @param retryAfter seconds
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "pointer", "errors", "message", "retryAfter", "faultId"
})
public record Problem(
        String title,
        int status,
        String detail,
        String code,
        @Nullable String pointer,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldProblem> errors,
        String message,
        @Nullable Integer retryAfter,
        UUID faultId) {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final NoArgGenerator FAULT_IDS = Generators.timeBasedEpochRandomGenerator();

    /**
     * One mistake of several; either a place in the body or a query parameter.
     *
     * @param pointer JSON pointer (RFC 6901)
     * @param rule the broken rule, by its JSON Schema keyword
     */
    public record FieldProblem(
            @Nullable String pointer, @Nullable String parameter, String rule, String detail) {}

    public static Problem of(ProblemCode code) {
        return of(code, code.title());
    }

    public static Problem of(ProblemCode code, String detail) {
        return of(code, detail, null, List.of());
    }

    public static Problem of(ProblemCode code, String detail, @Nullable String pointer, List<FieldProblem> errors) {
        return new Problem(
                code.title(),
                code.status(),
                detail,
                code.code(),
                pointer,
                errors,
                code.message(),
                code.retryAfter(),
                FAULT_IDS.generate());
    }

    public Problem retryingAfter(int seconds) {
        return new Problem(title, status, detail, code, pointer, errors, message, seconds, faultId);
    }

    /** Where the code is explained; a page of the hub itself. */
    public String getType() {
        return "/docs/problems#" + code;
    }

    public byte[] bytes() {
        return Json.bytes(this);
    }
}
