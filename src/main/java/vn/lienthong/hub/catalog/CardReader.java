package vn.lienthong.hub.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/** A card that kept to its schema, as a record. */
final class CardReader {
    private static final int UNLIMITED_RATE = 100_000;
    private static final String NO_PLATFORM = "direct";
    private static final String ANSWER_SIZE = "2MB";
    private static final String USUAL_ALGORITHM = "RS256";

    private CardReader() {}

    static SystemCard card(JsonNode card) {
        return new SystemCard(
                card.get("id").asText(),
                card.get("title").asText(),
                card.get("owner").asText(),
                card.get("standIn").asBoolean(),
                List.copyOf(texts(card.path("unknown"))),
                card.get("url").asText(),
                platform(card.path("platform").asText(NO_PLATFORM)),
                map(card.path("credentials")),
                card.path("settings") instanceof ObjectNode settings ? settings : JsonNodeFactory.instance.objectNode(),
                card.has("session") ? duration(card.at("/session/ttl")) : null,
                list(card.path("receives"), CardReader::receives),
                map(card.path("times")),
                map(card.path("answers")),
                card.has("test") ? testCall(card.get("test")) : null,
                limits(card.get("limits")),
                retry(card.get("retry")),
                breaker(card.get("breaker")),
                SystemCard.Uncertain.valueOf(upper(card.path("uncertain").asText("probe"))),
                list(card.get("outcomes"), CardReader::rule),
                card.has("reconciliation") ? ComparisonReader.rules(card.get("reconciliation")) : null,
                card.has("payment") ? payment(card.get("payment")) : null,
                InboundReader.inbound(card),
                card.has("signIn") ? signIn(card.get("signIn"), card.get("url").asText()) : null,
                card.has("subscribers") ? subscribers(card.get("id").asText(), card.get("subscribers")) : null);
    }

    private static SubscriberRules subscribers(String id, JsonNode rules) {
        return new SubscriberRules(
                id,
                rules.path("addresses").asText().equals("any"),
                duration(rules.get("secretOverlap")),
                rules.get("most").asInt());
    }

    private static SignInRules signIn(JsonNode rules, String url) {
        return new SignInRules(
                below(url, rules.get("issuer").asText()),
                below(url, rules.get("authorize").asText()),
                rules.path("scope").asText("openid"),
                List.copyOf(texts(rules.get("levels"))),
                rules.path("provider").textValue(),
                rules.path("assurance").asInt(0),
                rules.has("algorithms") ? texts(rules.get("algorithms")) : Set.of(USUAL_ALGORITHM));
    }

    /** A path is one of the system's own address, so that it moves with it. */
    private static String below(String url, String address) {
        return address.startsWith("/") ? url + address : address;
    }

    private static @Nullable String platform(String platform) {
        return platform.equals(NO_PLATFORM) ? null : platform;
    }

    private static SystemCard.Payment payment(JsonNode payment) {
        return new SystemCard.Payment(
                payment.path("usual").asBoolean(),
                payment.get("paidVia").asText(),
                duration(payment.get("askAfter")),
                duration(payment.get("expiresAfter")),
                payment.path("bill").asBoolean());
    }

    private static SystemCard.Receives receives(JsonNode rule) {
        return new SystemCard.Receives(
                texts(rule.get("entries")),
                rule.get("operation").asText(),
                rule.path("addressed").asBoolean(),
                rule.path("afterEnd").asBoolean(),
                rule.path("batch").asInt(1),
                texts(rule.path("fields")),
                texts(rule.path("procedures")),
                texts(rule.path("channels")),
                texts(rule.path("noted")));
    }

    private static SystemCard.TestCall testCall(JsonNode test) {
        return new SystemCard.TestCall(
                test.get("call").asText(),
                test.path("message") instanceof ObjectNode message ? message : JsonNodeFactory.instance.objectNode());
    }

    private static SystemCard.Limits limits(JsonNode limits) {
        var rate = limits.path("rate").asText(UNLIMITED_RATE + "/s");
        return new SystemCard.Limits(
                duration(limits.get("timeout")),
                limits.get("concurrency").asInt(),
                Integer.parseInt(rate.substring(0, rate.indexOf('/'))),
                (int) DataSize.parse(limits.path("answerSize").asText(ANSWER_SIZE))
                        .toBytes());
    }

    private static SystemCard.Retry retry(JsonNode retry) {
        return new SystemCard.Retry(
                list(retry.get("delays"), CardReader::duration),
                retry.path("jitter").asDouble(0));
    }

    private static SystemCard.Breaker breaker(JsonNode breaker) {
        var wait = duration(breaker.get("wait"));
        return new SystemCard.Breaker(
                (float) breaker.get("failureRate").asDouble(),
                breaker.get("window").asInt(),
                breaker.get("minimumCalls").asInt(),
                wait,
                breaker.has("maxWait") ? duration(breaker.get("maxWait")) : wait);
    }

    private static OutcomeRule rule(JsonNode rule) {
        var text = rule.path("text");
        return new OutcomeRule(
                Set.copyOf(list(rule.path("http"), JsonNode::asInt)),
                texts(rule.path("code")),
                (text.isTextual() ? List.of(text.asText()) : List.copyOf(texts(text)))
                        .stream().map(piece -> piece.toLowerCase(Locale.ROOT)).toList(),
                flag(rule.path("present")),
                flag(rule.path("platformFault")),
                OutcomeRule.Meaning.valueOf(upper(rule.get("is").asText())));
    }

    private static @Nullable Boolean flag(JsonNode node) {
        return node.isBoolean() ? node.asBoolean() : null;
    }

    private static Duration duration(JsonNode node) {
        return DurationStyle.SIMPLE.parse(node.asText());
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static Set<String> texts(JsonNode array) {
        return new LinkedHashSet<>(list(array, JsonNode::asText));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        return StreamSupport.stream(array.spliterator(), false).map(read).toList();
    }

    private static Map<String, String> map(JsonNode object) {
        return object.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> e.getValue().asText(), (a, b) -> b, LinkedHashMap::new));
    }
}
