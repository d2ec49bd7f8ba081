package vn.lienthong.hub.edition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.lienthong.hub.json.Json;

/** What becomes of a system when its card changes: its operations, rules and questions, and what begins anew. */
final class CardEffects {
    /** What an entry of a part is called. */
    private static final SortedMap<String, String> NAMED =
            new TreeMap<>(Map.of("answers", "question", "callbacks", "callback", "pulls", "pull", "reports", "report"));

    private static final SortedMap<String, String> ANEW = new TreeMap<>(Map.of(
            "breaker", "the breaker begins anew",
            "limits", "calls go by other limits and new connections",
            "retry", "repeats go by another plan",
            "session", "the session is begun anew",
            "uncertain", "what may have arrived is treated otherwise",
            "url", "calls go to another address"));

    private CardEffects() {}

    /** Nothing of a card that cannot be read. */
    static List<Effect> of(Change change, JsonNode old, JsonNode fresh) {
        if (!change.is().equals("changed")) {
            return List.of(new Effect(change.of(), change.is(), "system"));
        }
        if (!old.isObject() || !fresh.isObject()) {
            return List.of();
        }
        var effects = new ArrayList<>(Effect.named(change.of(), parts(old), parts(fresh)));
        if (isReordered(rules(old), rules(fresh))) {
            effects.add(new Effect(change.of(), "changed", "order of the outcome rules"));
        }
        ANEW.forEach((part, means) -> {
            if (!Objects.equals(old.get(part), fresh.get(part))) {
                effects.add(new Effect(change.of(), "changed", means));
            }
        });
        return effects;
    }

    private static boolean isReordered(List<String> old, List<String> fresh) {
        return !old.equals(fresh) && new HashSet<>(old).equals(new HashSet<>(fresh));
    }

    /** Each in words. */
    private static List<String> parts(JsonNode card) {
        var parts = new ArrayList<String>();
        card.path("receives").forEach(received -> parts.add(operation(received)));
        parts.addAll(rules(card));
        NAMED.forEach((part, word) -> names(card.path(part)).forEach(name -> parts.add(word + " " + name)));
        return parts;
    }

    private static List<String> names(JsonNode part) {
        return part.isObject()
                ? part.propertyStream().map(Map.Entry::getKey).toList()
                : part.valueStream().map(JsonNode::asText).toList();
    }

    private static String operation(JsonNode received) {
        var conditions = received.propertyStream()
                .filter(field ->
                        !field.getKey().equals("operation") && !field.getKey().equals("entries"))
                .map(field -> field.getKey() + " " + words(field.getValue()))
                .collect(Collectors.joining(" and "));
        return "operation %s for %s%s"
                .formatted(
                        received.path("operation").asText(),
                        words(received.path("entries")),
                        conditions.isEmpty() ? "" : ", where " + conditions);
    }

    private static String words(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "))
                : Json.text(value);
    }

    private static List<String> rules(JsonNode card) {
        return card.path("outcomes")
                .valueStream()
                .map(rule -> "outcome rule " + Json.text(rule))
                .toList();
    }
}
