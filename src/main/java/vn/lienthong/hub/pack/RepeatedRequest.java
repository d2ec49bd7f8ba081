package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.lienthong.hub.connector.Headers;
import vn.lienthong.hub.connector.Rehearsal;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.live.Tree;

/**
 * Tells the request that the mappings of now make of a message from any other: made twice, at two times and with two
 * credentials, and what differs between the two may be anything.
 */
final class RepeatedRequest {
    private static final InstantSource ONE = InstantSource.fixed(Instant.parse("1999-08-17T05:16:23Z"));
    private static final InstantSource OTHER = InstantSource.fixed(Instant.parse("2021-11-26T19:38:54Z"));
    private static final String ANY = "${json-unit.ignore}";

    private RepeatedRequest() {}

    /** A body pattern of a stub; nothing where no body would be sent, or none that is JSON. */
    static Optional<ObjectNode> of(Tree tree, JsonNode attempt) {
        var one = mapped(tree, attempt, ONE, "alpha-one");
        var other = mapped(tree, attempt, OTHER, "zulu");
        return one.flatMap(first -> other.map(
                second -> Json.MAPPER.createObjectNode().<ObjectNode>set("equalToJson", either(first, second))));
    }

    private static Optional<JsonNode> mapped(Tree tree, JsonNode attempt, InstantSource clock, String secret) {
        var message = attempt.path("message");
        try (var rehearsal = Rehearsal.of(tree, clock, secret)) {
            return rehearsal
                    .send(attempt.path("system").asText(), message, Headers.of(message))
                    .filter(made -> made.failure() == null && !made.mapped().isEmpty())
                    .map(made -> made.mapped().getLast())
                    .filter(made -> made.as().equals("json"))
                    .map(made -> made.result());
        }
    }

    private static JsonNode either(JsonNode one, JsonNode other) {
        if (one.equals(other)) {
            return one;
        }
        if (one.isObject() && other.isObject()) {
            var both = Json.MAPPER.createObjectNode();
            one.properties()
                    .forEach(field -> both.set(field.getKey(), either(field.getValue(), other.path(field.getKey()))));
            return both;
        }
        if (one.isArray() && one.size() == other.size()) {
            var both = Json.MAPPER.createArrayNode();
            for (int i = 0; i < one.size(); i++) {
                both.add(either(one.get(i), other.get(i)));
            }
            return both;
        }
        return one.isTextual() && other.isTextual() ? pattern(one.asText(), other.asText()) : TextNode.valueOf(ANY);
    }

    /** What both begin with, anything, and what both end with. */
    private static JsonNode pattern(String one, String other) {
        var shorter = Math.min(one.length(), other.length());
        int begin = 0;
        while (begin < shorter && one.charAt(begin) == other.charAt(begin)) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return TextNode.valueOf(
                begin + end == 0
                        ? ANY
                        : "${json-unit.regex}(?s)" + Pattern.quote(one.substring(0, begin)) + ".*"
                                + Pattern.quote(one.substring(one.length() - end)));
    }
}
