package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.connector.Outcome;

/**
 * What must come of a call; what is absent may be anything.
 *
 * @param text contained in the words of the system, whatever the case
 * @param present what a probe found
 * @param answer part of the answer to a question
 */
public record Expected(
        String outcome,
        @Nullable String code,
        @Nullable String text,
        @Nullable Boolean present,
        @Nullable JsonNode answer) {

    /** Every way in which the outcome is another one; none when it is as expected. */
    public List<String> missedBy(Outcome actual) {
        var missed = new ArrayList<String>();
        if (!outcome.equals(actual.word())) {
            missed.add("outcome is %s, not %s".formatted(actual.word(), outcome));
        }
        if (code != null && !code.equals(actual.code())) {
            missed.add("code is %s, not %s".formatted(actual.code(), code));
        }
        if (text != null && !lower(actual.text()).contains(lower(text))) {
            missed.add("text is '%s', without '%s'".formatted(actual.text(), text));
        }
        if (present != null && present != (actual instanceof Outcome.Acknowledged)) {
            missed.add("present is %s, not %s".formatted(!present, present));
        }
        if (answer != null) {
            missed.addAll(Part.missing(answer, answerOf(actual)));
        }
        return missed;
    }

    private static @Nullable JsonNode answerOf(Outcome actual) {
        return actual instanceof Outcome.Acknowledged known ? known.answer() : null;
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
