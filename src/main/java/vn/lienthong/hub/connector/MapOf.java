package vn.lienthong.hub.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.mapping.Trees;

/** What a mapping sees of the message's body. */
enum MapOf {
    /** What is written in it. */
    TREE {
        @Override
        JsonNode read(@Nullable Object body, int limit) throws IOException {
            return switch (body) {
                case JsonNode tree -> tree;
                case byte[] bytes -> Trees.read(bytes);
                case String text -> Trees.read(text.getBytes(StandardCharsets.UTF_8));
                case InputStream stream -> Trees.read(bounded(stream, limit));
                case null -> throw new Faults.ReplyNotMapped("empty", null);
                default -> SoapBody.tree(body);
            };
        }
    },
    /** A file that nobody reads: its {@code size} and {@code sha256}. */
    FILE {
        @Override
        JsonNode read(@Nullable Object body, int limit) throws IOException {
            var bytes = switch (body) {
                case byte[] whole -> whole;
                case InputStream stream -> bounded(stream, limit);
                case null -> throw new Faults.ReplyNotMapped("empty", null);
                default -> throw new Faults.ReplyNotMapped("not a file", null);
            };
            return Json.MAPPER
                    .createObjectNode()
                    .put("size", bytes.length)
                    .put("sha256", HexFormat.of().formatHex(Json.sha256(bytes)));
        }
    };

    abstract JsonNode read(@Nullable Object body, int limit) throws IOException;

    private static byte[] bounded(InputStream stream, int limit) throws IOException {
        try (stream) {
            var bytes = stream.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new Faults.ReplyNotMapped("larger than " + limit + " bytes", null);
            }
            return bytes;
        }
    }
}
