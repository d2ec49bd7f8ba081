package vn.lienthong.hub.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.http.Request;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.mapping.Trees;
import vn.lienthong.hub.mapping.UnreadableBody;

/** A request as the tree that scripts see; a body that is neither JSON, XML nor a form is absent. */
final class Requests {
    private Requests() {}

    static ObjectNode tree(Request request) {
        var uri = URI.create(request.getUrl());
        var tree = Json.MAPPER.createObjectNode();
        tree.put("method", request.getMethod().getName());
        tree.put("path", uri.getPath());
        tree.set("query", pairs(uri.getRawQuery()));
        tree.set("headers", headers(request));
        tree.put("text", new String(request.getBody(), StandardCharsets.UTF_8));
        var body = body(request);
        return body == null ? tree : tree.set("body", body);
    }

    private static JsonNode headers(Request request) {
        var headers = Json.MAPPER.createObjectNode();
        request.getHeaders()
                .all()
                .forEach(header ->
                        headers.put(header.key().toLowerCase(Locale.ROOT), String.join(", ", header.values())));
        return headers;
    }

    private static @Nullable JsonNode body(Request request) {
        var bytes = request.getBody();
        if (bytes.length == 0) {
            return null;
        }
        var type = request.getHeader("Content-Type");
        if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
            return pairs(new String(bytes, StandardCharsets.UTF_8));
        }
        try {
            return Trees.read(bytes);
        } catch (UnreadableBody e) {
            return null;
        }
    }

    /** Of a name that comes twice the last value counts. */
    private static ObjectNode pairs(@Nullable String text) {
        var pairs = Json.MAPPER.createObjectNode();
        if (text == null || text.isEmpty()) {
            return pairs;
        }
        for (var pair : text.split("&", -1)) {
            int at = pair.indexOf('=');
            pairs.put(plain(at < 0 ? pair : pair.substring(0, at)), at < 0 ? "" : plain(pair.substring(at + 1)));
        }
        return pairs;
    }

    private static String plain(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
