package vn.lienthong.hub.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.privacy.KeyedHash;

/** A receiver of events as an upstream system would have it, which keeps what came with its headers. */
final class ReceivingEnd implements AutoCloseable {
    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile int status = 204;

    ReceivingEnd() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    /** @param answer the status it was answered with */
    record Got(String id, String timestamp, String signature, String type, byte[] body, int answer) {
        JsonNode event() {
            return Json.parse(body);
        }

        String dossier() {
            return event().path("subject").asText();
        }

        /** As the libraries of Standard Webhooks verify. */
        boolean isSignedWith(String secret) {
            var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            var mac = new KeyedHash(key).of((id + "." + timestamp + ".").getBytes(UTF_8), body);
            var expected = "v1," + Base64.getEncoder().encodeToString(mac);
            return Arrays.asList(signature.split(" ")).contains(expected);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var answer = status;
        got.add(new Got(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                headers.getFirst("Content-Type"),
                exchange.getRequestBody().readAllBytes(),
                answer));
        exchange.sendResponseHeaders(answer, answer == 204 ? -1 : 0);
        if (answer != 204) {
            exchange.getResponseBody()
                    .write("words that nobody reads".repeat(10_000).getBytes(UTF_8));
        }
        exchange.close();
    }

    void answers(int status) {
        this.status = status;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/events?from=hub";
    }

    List<Got> all() {
        return got;
    }

    /** What was taken of a dossier. */
    List<Got> of(String dossier) {
        return got.stream()
                .filter(one -> one.answer < 300 && one.dossier().equals(dossier))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
