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
import vn.lienthong.hub.edition.Effect.Part;
import vn.lienthong.hub.json.Json;

/** What becomes of a system when its card changes: its operations, rules and questions, and what begins anew. */
final class CardEffects {
    /** What an entry of a part is called. */
    private static final SortedMap<String, Part> NAMED = new TreeMap<>(Map.of(
            "answers", new Part("question", "câu hỏi"),
            "callbacks", new Part("callback", "lời gọi ngược"),
            "pulls", new Part("pull", "lần lấy về"),
            "reports", new Part("report", "báo cáo")));

    private static final SortedMap<String, Part> ANEW = new TreeMap<>(Map.of(
            "breaker", new Part("the breaker begins anew", "cầu dao bắt đầu lại"),
            "limits",
                    new Part(
                            "calls go by other limits and new connections", "cuộc gọi theo giới hạn khác, kết nối mới"),
            "retry", new Part("repeats go by another plan", "gửi lại theo lịch khác"),
            "session", new Part("the session is begun anew", "phiên đăng nhập bắt đầu lại"),
            "uncertain", new Part("what may have arrived is treated otherwise", "xử lý khác khi chưa rõ đã tới chưa"),
            "url", new Part("calls go to another address", "cuộc gọi tới địa chỉ khác")));

    private static final Part SYSTEM = new Part("system", "hệ thống");
    private static final Part ORDER = new Part("order of the outcome rules", "thứ tự các quy tắc kết quả");

    private CardEffects() {}

    /** Nothing of a card that cannot be read. */
    static List<Effect> of(Change change, JsonNode old, JsonNode fresh) {
        if (!change.is().equals("changed")) {
            return List.of(SYSTEM.effect(change.of(), change.is()));
        }
        if (!old.isObject() || !fresh.isObject()) {
            return List.of();
        }
        var effects = new ArrayList<>(Effect.named(change.of(), parts(old), parts(fresh)));
        if (isReordered(rules(old), rules(fresh))) {
            effects.add(ORDER.effect(change.of(), "changed"));
        }
        ANEW.forEach((part, means) -> {
            if (!Objects.equals(old.get(part), fresh.get(part))) {
                effects.add(means.effect(change.of(), "changed"));
            }
        });
        return effects;
    }

    private static boolean isReordered(List<Part> old, List<Part> fresh) {
        return !old.equals(fresh) && new HashSet<>(old).equals(new HashSet<>(fresh));
    }

    /** Each in words. */
    private static List<Part> parts(JsonNode card) {
        var parts = new ArrayList<Part>();
        card.path("receives").forEach(received -> parts.add(operation(received)));
        parts.addAll(rules(card));
        NAMED.forEach((part, word) -> names(card.path(part))
                .forEach(name -> parts.add(new Part(word.en() + " " + name, word.vi() + " " + name))));
        return parts;
    }

    private static List<String> names(JsonNode part) {
        return part.isObject()
                ? part.propertyStream().map(Map.Entry::getKey).toList()
                : part.valueStream().map(JsonNode::asText).toList();
    }

    private static Part operation(JsonNode received) {
        var conditions = received.propertyStream()
                .filter(field ->
                        !field.getKey().equals("operation") && !field.getKey().equals("entries"))
                .map(field -> field.getKey() + " " + words(field.getValue()))
                .collect(Collectors.joining("; "));
        var operation = received.path("operation").asText();
        var entries = words(received.path("entries"));
        return conditions.isEmpty()
                ? new Part(
                        "operation %s for %s".formatted(operation, entries),
                        "thao tác %s cho %s".formatted(operation, entries))
                : new Part(
                        "operation %s for %s, where %s".formatted(operation, entries, conditions),
                        "thao tác %s cho %s, khi %s".formatted(operation, entries, conditions));
    }

    private static String words(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "))
                : Json.text(value);
    }

    private static List<Part> rules(JsonNode card) {
        return card.path("outcomes")
                .valueStream()
                .map(Json::text)
                .map(rule -> new Part("outcome rule " + rule, "quy tắc kết quả " + rule))
                .toList();
    }
}
