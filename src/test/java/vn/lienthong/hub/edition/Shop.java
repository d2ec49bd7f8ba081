package vn.lienthong.hub.edition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lienthong.hub.json.Json;

/** A system that answers at once, but for the price of what is slow, which waits until the test says so. */
final class Shop implements AutoCloseable {
    private final HttpServer server;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger logins = new AtomicInteger();
    private final CountDownLatch slow = new CountDownLatch(1);
    private final CountDownLatch slowAsked = new CountDownLatch(1);

    Shop() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/price", this::price);
        server.createContext("/sync", this::sync);
        server.createContext("/login", this::login);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void price(HttpExchange exchange) throws IOException {
        var asked = (ObjectNode) Json.parse(exchange.getRequestBody().readAllBytes());
        if (asked.path("item").asText().equals("slow")) {
            slowAsked.countDown();
            await(slow);
        }
        answer(exchange, asked);
    }

    private void sync(HttpExchange exchange) throws IOException {
        var body = (ObjectNode) Json.parse(exchange.getRequestBody().readAllBytes());
        told.add(body.path("dossier").asText());
        answer(exchange, body);
    }

    private void login(HttpExchange exchange) throws IOException {
        answer(exchange, Json.MAPPER.createObjectNode().put("session", "s" + logins.incrementAndGet()));
    }

    private static void answer(HttpExchange exchange, ObjectNode asked) throws IOException {
        var bytes = Json.bytes(asked.put("code", "0"));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void awaitSlowQuestion() {
        await(slowAsked);
    }

    void answerTheSlow() {
        slow.countDown();
    }

    /** The dossiers it was told of, in order, each as often as it was. */
    List<String> told() {
        return List.copyOf(told);
    }

    int logins() {
        return logins.get();
    }

    @Override
    public void close() {
        slow.countDown();
        server.stop(0);
    }
}
