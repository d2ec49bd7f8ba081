package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.lienthong.hub.connector.Headers;
import vn.lienthong.hub.connector.Rehearsal;
import vn.lienthong.hub.connector.Rehearsal.Rehearsed;
import vn.lienthong.hub.exchange.Change;
import vn.lienthong.hub.exchange.Comparison;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.privacy.Masking;

/** Maps one message after the other both ways and tells of each that comes out otherwise; keeps none. */
final class Replay {
    private final Rehearsal now;
    private final Rehearsal then;
    private final Consumer<JsonNode> differs;
    private long compared;
    private long differing;

    /** @param differs told of each message whose result differs, with people masked */
    Replay(Rehearsal now, Rehearsal then, Consumer<JsonNode> differs) {
        this.now = now;
        this.then = then;
        this.differs = differs;
    }

    long differing() {
        return differing;
    }

    String summary(Language language) {
        return language.of(
                        "%,d messages compared, %,d come out otherwise; nothing was sent.",
                        "Đã so %,d bản tin, %,d ra kết quả khác; không gửi gì.")
                .formatted(compared, differing);
    }

    void compare(JsonNode recorded) {
        compared++;
        var one = tree(result(now, recorded));
        var other = tree(result(then, recorded));
        if (!one.equals(other)) {
            differing++;
            var masking = Masking.of(recorded.path("message"));
            differs.accept(told(recorded, Comparison.between(one, other, masking, masking)));
        }
    }

    private static Optional<Rehearsed> result(Rehearsal by, JsonNode recorded) {
        var message = recorded.path("message");
        return by.send(recorded.path("system").asText(), message, Headers.of(message));
    }

    private static ObjectNode tree(Optional<Rehearsed> result) {
        var tree = Json.MAPPER.createObjectNode();
        if (result.isEmpty()) {
            return tree.put("route", "none");
        }
        if (result.get().failure() != null) {
            tree.put("failure", result.get().failure());
        }
        result.get().mapped().forEach(one -> tree.set(one.mapping(), one.result()));
        return tree;
    }

    private static ObjectNode told(JsonNode recorded, List<Change> changes) {
        var told = Json.MAPPER.createObjectNode();
        for (var name : List.of("delivery", "system", "dossier", "operation")) {
            told.set(name, recorded.path(name));
        }
        return told.set("changes", Json.MAPPER.valueToTree(changes));
    }
}
