package vn.lienthong.hub.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.util.Locale;
import java.util.Map;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.mapping.Trees;

/** What a system sent, as routes see it: {@code headers}, {@code text} and, read as JSON, XML or a form, {@code body}. */
final class Sent {
    private static final String FORM = "application/x-www-form-urlencoded";

    private Sent() {}

    /** @throws RuntimeException that says where it cannot be read, never what stands there */
    static ObjectNode tree(byte[] raw, Map<String, String> headers, boolean query) {
        var tree = Json.MAPPER.createObjectNode();
        var kept = tree.putObject("headers");
        headers.forEach(kept::put);
        tree.set("body", query || isForm(headers) ? form(raw) : Trees.read(raw));
        return tree.put("text", new String(raw, UTF_8));
    }

    private static boolean isForm(Map<String, String> headers) {
        return headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT).startsWith(FORM);
    }

    private static JsonNode form(byte[] raw) {
        var form = Json.MAPPER.createObjectNode();
        for (var field : new String(raw, UTF_8).split("&", -1)) {
            var equals = field.indexOf('=');
            var name = decoded(equals < 0 ? field : field.substring(0, equals));
            if (form.has(name)) {
                throw new IllegalArgumentException("a field stands twice in the form");
            }
            form.put(name, equals < 0 ? "" : decoded(field.substring(equals + 1)));
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a broken escape in the form", e);
        }
    }
}
