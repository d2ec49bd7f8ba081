package vn.lienthong.hub.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

/**
 * What is in a package, and by whom and when it was made: the bytes that are signed.
 *
 * @param keyId SHA-256 of the public key, in hexadecimal
 * @param files in the order of the package, without the manifest itself and its signature
 */
record Manifest(String keyId, OffsetDateTime createdAt, List<Line> files) {
    static final String NAME = "manifest.json";
    static final String SIGNATURE = "manifest.sig";
    static final String KEY = "public-key.pem";
    static final String FORMAT = "lienthong-evidence/1";

    /** @param sha256 in hexadecimal */
    record Line(String name, long length, String sha256) {
        static Line of(String name, byte[] content) {
            return new Line(name, content.length, HexFormat.of().formatHex(Json.sha256(content)));
        }
    }

    /** Canonical, so that there is one way to write it. */
    byte[] bytes() {
        var tree = Json.MAPPER.createObjectNode();
        tree.put("format", FORMAT)
                .put("algorithm", Keys.ALGORITHM)
                .put("keyId", keyId)
                .put("createdAt", Times.text(createdAt));
        var list = tree.putArray("files");
        files.forEach(line -> list.addObject()
                .put("name", line.name)
                .put("length", line.length)
                .put("sha256", line.sha256));
        return Json.canonical(tree);
    }

    /**
     * Reads a manifest.
     *
     * @throws IllegalArgumentException when it is none, or not written in the one way
     */
    static Manifest read(byte[] bytes) {
        try {
            var tree = Json.parse(bytes);
            if (!tree.path("format").asText().equals(FORMAT)
                    || !tree.path("algorithm").asText().equals(Keys.ALGORITHM)) {
                throw new IllegalArgumentException("not the format " + FORMAT);
            }
            var manifest = new Manifest(
                    tree.path("keyId").asText(),
                    OffsetDateTime.parse(tree.path("createdAt").asText()),
                    lines(tree.path("files")));
            if (!java.util.Arrays.equals(manifest.bytes(), bytes)) {
                throw new IllegalArgumentException("not written canonically");
            }
            return manifest;
        } catch (Json.UnreadableJson | java.time.DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<Line> lines(JsonNode files) {
        var lines = new ArrayList<Line>();
        files.forEach(file -> lines.add(new Line(
                file.path("name").asText(),
                file.path("length").asLong(),
                file.path("sha256").asText())));
        return lines;
    }
}
