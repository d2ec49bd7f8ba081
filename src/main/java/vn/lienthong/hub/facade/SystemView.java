package vn.lienthong.hub.facade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.inquiry.Question;

/** A system as a caller may know it: what of it is real, and what can be asked of it. */
record SystemView(
        String id,
        String title,
        String owner,
        boolean standIn,
        List<String> unknown,
        @Nullable String platform,
        List<QuestionView> questions) {

    /** Both as JSON Schema. */
    record QuestionView(String question, JsonNode request, JsonNode answer) {}

    static SystemView of(SystemCard card, List<Question> questions) {
        return new SystemView(
                card.id(),
                card.title(),
                card.owner(),
                card.standIn(),
                card.unknown(),
                card.platform(),
                questions.stream()
                        .map(question -> new QuestionView(question.name(), question.request(), question.answer()))
                        .toList());
    }
}
