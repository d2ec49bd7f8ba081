package vn.lienthong.hub.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.privacy.Pseudonyms;

/**
 * An attempt about people who do not exist: what the hub had to say, and what the system answered to it.
 *
 * @param outcome of the attempt
 * @param calls with the path, the status and the answer; of what was sent the mappings can make it again
 */
public record Anonymised(
        String system,
        String operation,
        String kind,
        String outcome,
        @Nullable String code,
        @Nullable String words,
        JsonNode message,
        List<Call> calls) {
    private static final Pattern DOSSIER =
            Pattern.compile("([A-Z]\\d{2}(?:\\.[A-Z0-9]{2,3})*-\\d{6}-)(\\d{4,6})(?!\\d)");
    private static final String NO_ID = "00000000-0000-7000-8000-000000000001";

    /** One request that was answered. */
    public record Call(
            String method,
            String path,
            int status,
            @Nullable String answerType,
            String answer) {}

    /** Something of the original would be left. */
    public static final class NotAnonymous extends RuntimeException {
        NotAnonymous(List<String> kinds) {
            super("left of the original: " + String.join(", ", kinds), null, false, false);
        }
    }

    /** @throws NotAnonymous rather than give away anything */
    public static Anonymised of(ExchangesOf whole, Exchange attempt) {
        var pseudonyms = Pseudonyms.of(whole.message());
        var names = new Names(whole);
        var made = new Anonymised(
                whole.system(),
                whole.operation(),
                attempt.kind(),
                attempt.outcome(),
                attempt.code(),
                attempt.words() == null ? null : names.hidden(pseudonyms.text(attempt.words())),
                Json.parse(names.hidden(Json.text(pseudonyms.tree(whole.message())))
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                attempt.calls().stream()
                        .flatMap(call -> call(call, pseudonyms, names).stream())
                        .toList());
        var left = pseudonyms.leftIn(Json.text(made));
        if (!left.isEmpty()) {
            throw new NotAnonymous(left);
        }
        return made;
    }

    private static Optional<Call> call(Exchange.Call call, Pseudonyms pseudonyms, Names names) {
        var status = call.status();
        var answer = call.answer();
        return call.signIn() || status == null || answer == null
                ? Optional.empty()
                : Optional.of(new Call(
                        call.method(),
                        names.hidden(call.path()),
                        status,
                        call.answerType(),
                        names.hidden(pseudonyms.body(answer))));
    }

    /** By the code of a dossier and the id of an entry it could be found again. */
    private record Names(String entry) {
        Names(ExchangesOf whole) {
            this(whole.message().at("/entry/id").asText());
        }

        /** The agency and the day stay, which mappings read; the number goes. */
        String hidden(String text) {
            var hidden = DOSSIER.matcher(text)
                    .replaceAll(code -> code.group(1) + "0".repeat(code.group(2).length()));
            return entry.isEmpty() ? hidden : hidden.replace(entry, NO_ID);
        }
    }
}
