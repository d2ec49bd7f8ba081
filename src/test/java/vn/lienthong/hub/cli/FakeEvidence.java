package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.evidence.SamplePackage;
import vn.lienthong.hub.json.Json;

/** The same package whatever is asked for, and what was. */
final class FakeEvidence {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile @Nullable SamplePackage sample;

    void sample(SamplePackage one) {
        sample = one;
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    ObjectNode key() {
        var one = Objects.requireNonNull(sample);
        return Json.MAPPER
                .createObjectNode()
                .put("algorithm", "Ed25519")
                .put("keyId", one.keyId())
                .put("publicKey", one.publicKey());
    }

    void serve(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getQuery();
        asked.add(exchange.getRequestURI().getPath() + (query == null ? "" : "?" + query));
        var bytes = Objects.requireNonNull(sample).bytes();
        exchange.getResponseHeaders().set("Content-Type", "application/zip");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
