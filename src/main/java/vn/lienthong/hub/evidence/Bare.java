package vn.lienthong.hub.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.security.Discretion;

/**
 * What was written about a dossier, without the people in it. Fields are listed that may be shown, not those that may not:
 * a field that the contract gets one day stays inside until somebody thinks of it here.
 */
final class Bare {
    private static final String LEFT_OUT = "…";
    private static final List<String> FIELDS = List.of(
            "code",
            "nationalCode",
            "procedure",
            "channel",
            "submittedAt",
            "receivedAt",
            "dueAt",
            "event",
            "occurredAt");
    private static final List<String> TEXTS = List.of("summary", "reason", "note");
    private static final Map<String, List<String>> PARTS = Map.of(
            "unit", List.of("province", "commune"),
            "step", List.of("code", "name"),
            "supplement", List.of("reason", "until"),
            "fee", List.of("code", "name", "amount", "paidVia"),
            "result", List.of("code", "name", "number"));

    private final String applicant;

    /** @param registration of the dossier, which names the applicant */
    Bare(JsonNode registration) {
        this.applicant = registration.at("/applicant/name").asText();
    }

    /** The body of an entry. */
    ObjectNode body(JsonNode body) {
        var bare = Json.MAPPER.createObjectNode();
        FIELDS.stream().filter(body::hasNonNull).forEach(field -> bare.set(field, body.get(field)));
        TEXTS.stream().filter(body::hasNonNull).forEach(field -> bare.set(field, bare(body.get(field))));
        PARTS.forEach((part, fields) -> {
            if (body.path(part).isObject()) {
                var shown = bare.putObject(part);
                fields.stream()
                        .filter(body.get(part)::hasNonNull)
                        .forEach(field -> shown.set(field, bare(body.get(part).get(field))));
            }
        });
        return bare;
    }

    private JsonNode bare(JsonNode value) {
        return value.isTextual() ? TextNode.valueOf(text(value.asText())) : value;
    }

    /** Words of a person or of a system; empty words stay empty. */
    @Nullable
    String text(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return words;
        }
        var named = !applicant.isBlank() && Discretion.without(applicant, words).isEmpty();
        return named ? LEFT_OUT : Discretion.withoutIds(words);
    }
}
