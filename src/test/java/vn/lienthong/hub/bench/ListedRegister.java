package vn.lienthong.hub.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.lienthong.hub.json.Times;

/**
 * A register of so many dossiers that differs in one of a hundred: 8 in 1,000 have another reception, 1 is missing and 1
 * is listed that nobody knows.
 */
final class ListedRegister implements AutoCloseable {
    static final int PAGE = 1_000;
    static final OffsetDateTime FIRST = OffsetDateTime.parse("2025-07-01T07:30:00+07:00");
    static final int SECONDS_APART = 5;

    private static final int DAYS_LATER = 3;

    static {
        System.setProperty(
                "sun.net.httpserver.nodelay", "true"); // else every answer waits 40 ms for an acknowledgement
    }

    private final HttpServer server;
    private final int dossiers;

    ListedRegister(int dossiers) {
        this.dossiers = dossiers;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/list", exchange -> answer(exchange, page(exchange)));
        server.createContext("/one", exchange -> answer(exchange, "{\"present\": false}"));
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** How many differences a comparison must find. */
    int differences() {
        return dossiers / 100;
    }

    private String page(HttpExchange exchange) {
        var page = Integer.parseInt(exchange.getRequestURI().getQuery().substring("page=".length()));
        var records = IntStream.range(page * PAGE, Math.min(dossiers, (page + 1) * PAGE))
                .filter(n -> n % 1000 != 1)
                .mapToObj(ListedRegister::record)
                .collect(Collectors.joining(",\n"));
        var next = (page + 1) * PAGE < dossiers ? ", \"next\": \"%d\"".formatted(page + 1) : "";
        return "{\"records\": [" + records + "]" + next + "}";
    }

    private static String record(int n) {
        var received = FIRST.plusSeconds((long) n * SECONDS_APART).plusDays(n % 125 == 3 ? DAYS_LATER : 0);
        var record = record(Requests.code(n), "2.000815", received);
        return n % 1000 == 2
                ? record + ",\n" + record(Requests.code(n).replace("H24.129", "H24.130"), "9.999999", FIRST)
                : record;
    }

    private static String record(String code, String procedure, OffsetDateTime receivedAt) {
        return """
                {"code": "%s", "procedure": "%s", "status": "received", "receivedAt": "%s", "dueAt": "%s"}""".formatted(code, procedure, Times.text(receivedAt), Times.text(receivedAt.plusDays(1)));
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
