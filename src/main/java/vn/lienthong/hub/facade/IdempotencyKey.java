package vn.lienthong.hub.facade;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;

/**
 * The header of draft-ietf-httpapi-idempotency-key-header: a structured-field string ({@code "abc"}), or the bare text
 * that many clients send. Both ways of writing one key are the same key.
 */
final class IdempotencyKey {
    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;
    /** Every character escaped, and the quotes. Longer ones are not even matched. */
    private static final int LONGEST_WRITTEN = 2 * LONGEST + 2;

    private static final Pattern QUOTED = Pattern.compile("\"((?:[\\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\"\\\\])+)\"");
    private static final Pattern BARE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\"\\\\])");

    private IdempotencyKey() {}

    /** The key, or null when the request has none. */
    static @Nullable String of(HttpServletRequest request) {
        var headers = request.getHeaders(HEADER);
        if (!headers.hasMoreElements()) {
            return null;
        }
        var value = headers.nextElement().strip();
        if (headers.hasMoreElements() || value.length() > LONGEST_WRITTEN) {
            throw new Refusal(ProblemCode.REQUEST_IDEMPOTENCY_KEY);
        }
        return key(value);
    }

    private static String key(String value) {
        var quoted = QUOTED.matcher(value);
        if (quoted.matches()) {
            return fitting(ESCAPE.matcher(quoted.group(1)).replaceAll("$1"));
        }
        if (BARE.matcher(value).matches()) {
            return fitting(value);
        }
        throw new Refusal(ProblemCode.REQUEST_IDEMPOTENCY_KEY);
    }

    private static String fitting(String key) {
        if (key.length() > LONGEST) {
            throw new Refusal(ProblemCode.REQUEST_IDEMPOTENCY_KEY);
        }
        return key;
    }
}
