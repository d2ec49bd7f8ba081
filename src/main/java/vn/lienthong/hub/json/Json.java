package vn.lienthong.hub.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.TreeMap;

/**
 * The one JSON mapper, strict where strangers write: no duplicate keys, no trailing tokens, no broken UTF-8, bounded
 * depth and string length.
 */
public final class Json {
    private static final int MAX_DEPTH = 64;

    public static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // else every virtual thread fills its own buffers and holds them while it waits for a system
                    .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                    .build())
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .serializationInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT)
            .build();

    private Json() {}

    /**
     * Reads bytes of a stranger.
     *
     * @throws UnreadableJson when they are not UTF-8 or not one JSON value; the message quotes no content
     */
    public static JsonNode parse(byte[] bytes) {
        try {
            return requireValue(MAPPER.readTree(decoded(bytes)));
        } catch (CharacterCodingException e) {
            throw new UnreadableJson("not UTF-8", e);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new UnreadableJson(
                    at == null
                            ? "beyond our limits"
                            : "not JSON at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()),
                    e);
        }
    }

    /** Reads what the hub itself wrote and kept. */
    public static JsonNode kept(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept here, and cannot be read", e);
        }
    }

    /**
     * The text of UTF-8. The quick decoder puts U+FFFD for what is broken; only where one stands must the strict one look.
     *
     * @throws CharacterCodingException when it is something else
     */
    public static String decoded(byte[] bytes) throws CharacterCodingException {
        var text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0
                ? text
                : StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
    }

    private static JsonNode requireValue(JsonNode node) {
        if (node.isMissingNode()) {
            throw new UnreadableJson("empty", null);
        }
        return node;
    }

    /** Bytes that are equal for equal content: keys sorted, no blanks. */
    public static byte[] canonical(JsonNode node) {
        return bytes(sorted(node));
    }

    private static JsonNode sorted(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var fields = new TreeMap<String, JsonNode>();
                object.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
                yield MAPPER.createObjectNode().setAll(fields);
            }
            case ArrayNode array -> {
                var copy = MAPPER.createArrayNode();
                array.forEach(item -> copy.add(sorted(item)));
                yield copy;
            }
            default -> node;
        };
    }

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }

    public static String text(Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    public static byte[] sha256(byte[] bytes) {
        return sha256().digest(bytes);
    }

    /** For what comes piece by piece. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Bytes that are no JSON; says where, never what. */
    public static final class UnreadableJson extends RuntimeException {
        UnreadableJson(String message, @org.jspecify.annotations.Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
