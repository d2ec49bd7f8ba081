package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import vn.lienthong.hub.inquiry.Answer;
import vn.lienthong.hub.inquiry.Question;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.problem.Problem;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Discretion;

/** What a caller is told of what asking a system came to. */
final class Answers {
    private Answers() {}

    static ResponseEntity<byte[]> of(Answer answer, JsonNode question) {
        return switch (answer) {
            case Answer.Known known ->
                ResponseEntity.ok().contentType(APPLICATION_JSON).body(Json.bytes(known.body()));
            case Answer.Refused refused -> throw new Refusal(refused(refused.reason(), question));
            case Answer.Unavailable down -> throw new Refusal(later(down.retryAfter()));
            case Answer.Unclear unclear -> throw new Refusal(ProblemCode.SYSTEM_UNCLEAR);
        };
    }

    private static Problem refused(String reason, JsonNode question) {
        return Problem.of(
                ProblemCode.SYSTEM_REFUSED,
                Discretion.without(texts(Question.bare(question)), reason).orElse(ProblemCode.SYSTEM_REFUSED.title()));
    }

    private static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(part -> texts.addAll(texts(part)));
        return texts;
    }

    private static Problem later(Duration retryAfter) {
        return Problem.of(ProblemCode.SYSTEM_UNAVAILABLE).retryingAfter(Math.max(1, (int) retryAfter.toSeconds()));
    }
}
