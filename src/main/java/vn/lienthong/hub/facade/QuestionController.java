package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.inquiry.Inquiries;
import vn.lienthong.hub.inquiry.Question;
import vn.lienthong.hub.inquiry.Questions;
import vn.lienthong.hub.problem.Problem;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;

/** Puts any question that a system answers to it, in the name of an officer. */
@RestController
final class QuestionController {
    private final Requests requests;
    private final Cards cards;
    private final Questions questions;
    private final Inquiries inquiries;

    QuestionController(Requests requests, Cards cards, Questions questions, Inquiries inquiries) {
        this.requests = requests;
        this.cards = cards;
        this.questions = questions;
        this.inquiries = inquiries;
    }

    @PostMapping(path = Paths.QUESTION, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> ask(
            @PathVariable String system,
            @PathVariable String question,
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request)
            throws IOException {
        var contract = contract(system, question);
        var body = requests.body("askSystem", request);
        Requests.requireNone(contract.check(body));
        return Answers.of(inquiries.ask(system, question, body, caller), body);
    }

    private Question contract(String system, String question) {
        if (cards.find(system).isEmpty()) {
            throw new Refusal(ProblemCode.SYSTEM_NOT_FOUND);
        }
        return questions.of(system).stream()
                .filter(known -> known.name().equals(question))
                .findFirst()
                .orElseThrow(() -> new Refusal(unknown(system)));
    }

    private Problem unknown(String system) {
        var known = questions.of(system).stream().map(Question::name).collect(Collectors.joining(", "));
        return Problem.of(
                ProblemCode.SYSTEM_NO_SUCH_QUESTION,
                known.isEmpty() ? "it answers no question" : "it answers " + known);
    }
}
