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
    public List<Difference> missedBy(Outcome actual) {
        var missed = new ArrayList<Difference>();
        if (!outcome.equals(actual.word())) {
            missed.add(new Difference("/outcome", outcome, actual.word()));
        }
        if (code != null && !code.equals(actual.code())) {
            missed.add(new Difference("/code", code, word(actual.code())));
        }
        if (text != null && !lower(actual.text()).contains(lower(text))) {
            missed.add(new Difference("/text", "… " + text + " …", word(actual.text())));
        }
        if (present != null && present != (actual instanceof Outcome.Acknowledged)) {
            missed.add(new Difference("/present", present.toString(), Boolean.toString(!present)));
        }
        if (answer != null) {
            missed.addAll(Part.missing(answer, answerOf(actual)));
        }
        return missed;
    }

    private static String word(@Nullable String text) {
        return text == null ? "absent" : text;
    }

    private static @Nullable JsonNode answerOf(Outcome actual) {
        return actual instanceof Outcome.Acknowledged known ? known.answer() : null;
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
