package vn.lienthong.hub.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/** What a card says of how its system tells the hub something by itself. */
final class InboundReader {
    private InboundReader() {}

    static Inbound inbound(JsonNode card) {
        return new Inbound(
                new LinkedHashSet<>(texts(card.path("reports"))),
                map(card.path("callbacks"), InboundReader::callback),
                map(card.path("pulls"), InboundReader::pull));
    }

    /** A name tells which route reads a message, so nothing else may have it. */
    private static void checkNames(JsonNode card, java.util.function.BiConsumer<String, String> mistake) {
        card.path("pulls").properties().forEach(pull -> {
            if (card.path("callbacks").has(pull.getKey())) {
                mistake.accept("/pulls/" + pull.getKey(), "is the name of a callback, too");
            }
        });
    }

    /** Secrets are credentials; one that a proof names and the card has not would let nobody in. */
    static void check(JsonNode card, java.util.function.BiConsumer<String, String> mistake) {
        checkNames(card, mistake);
        card.path("callbacks").properties().forEach(callback -> {
            var secret = callback.getValue().at("/proof/secret").asText("");
            if (!secret.isEmpty() && !card.path("credentials").has(secret)) {
                mistake.accept(
                        "/callbacks/" + callback.getKey() + "/proof/secret",
                        "is not one of the credentials: " + secret);
            }
        });
    }

    private static Inbound.Callback callback(JsonNode callback) {
        return new Inbound.Callback(
                callback.path("takes").asText("body").equals("query"),
                proof(callback.get("proof")),
                header(callback.path("id")),
                texts(callback.path("headers")).stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList(),
                callback.has("window") ? window(callback.get("window")) : null);
    }

    private static Inbound.Proof proof(JsonNode proof) {
        return new Inbound.Proof(
                Inbound.By.valueOf(proof.get("by").asText().toUpperCase(Locale.ROOT)),
                proof.path("secret").asText(""),
                proof.path("header").asText("").toLowerCase(Locale.ROOT),
                proof.path("prefix").asText(""),
                proof.path("algorithm").asText("HmacSHA256"),
                proof.path("encoding").asText("hex").equals("hex"),
                texts(proof.path("signs")).stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList(),
                proof.path("told").asBoolean());
    }

    private static Inbound.Window window(JsonNode window) {
        return new Inbound.Window(
                window.get("header").asText().toLowerCase(Locale.ROOT),
                window.path("counts").asText("seconds").equals("millis"),
                duration(window.path("within"), "5m"));
    }

    private static Inbound.Pull pull(JsonNode pull) {
        return new Inbound.Pull(
                duration(pull.path("every"), "5m"),
                duration(pull.path("back"), "1d"),
                duration(pull.path("overlap"), "1h"),
                pull.path("fetch").textValue(),
                pull.path("answer").textValue(),
                pull.path("acknowledge").textValue());
    }

    private static @Nullable String header(JsonNode name) {
        return name.isTextual() ? name.asText().toLowerCase(Locale.ROOT) : null;
    }

    private static Duration duration(JsonNode node, String otherwise) {
        return DurationStyle.SIMPLE.parse(node.asText(otherwise));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static <T> Map<String, T> map(JsonNode object, Function<JsonNode, T> read) {
        var map = new LinkedHashMap<String, T>();
        object.properties().forEach(field -> map.put(field.getKey(), read.apply(field.getValue())));
        return map;
    }
}
