package vn.lienthong.hub.connector;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import vn.lienthong.hub.TestClock;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.live.Live;

/**
 * A system that a test plays by hand, answer by answer, and the connector to it: no database, no simulator. It wants a
 * session and gives one to whoever asks.
 */
public final class Desk implements AutoCloseable {
    private static final Path PACK = Path.of("src/test/resources/packs/desk");

    public final TestClock clock = new TestClock();

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private volatile HttpHandler handler = exchange -> answer(exchange, 200, "{\"code\": \"0\"}");

    /** One request as it came; header names are in lower case. */
    public record Asked(String path, Map<String, String> headers) {}

    /** @param limits of the card, such as {@code timeout=2s} */
    public Desk(String... limits) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
        start(limits);
    }

    private void start(String... limits) {
        var values = new HashMap<String, Object>();
        values.put("hub.integration", PACK.resolve("integration").toString());
        values.put("hub.routes", PACK.resolve("routes").toString());
        values.put("hub.mappings", PACK.resolve("mappings").toString());
        values.put("hub.systems.desk.url", url());
        for (var limit : limits) {
            values.put("hub.systems.desk." + limit.split("=")[0], limit.split("=")[1]);
        }
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", values));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.scan(Connector.class.getPackageName(), Cards.class.getPackageName(), Live.class.getPackageName());
        context.refresh();
    }

    private void serve(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.getFirst()));
        asked.add(new Asked(exchange.getRequestURI().getPath(), headers));
        if (exchange.getRequestURI().getPath().equals("/login")) {
            answer(
                    exchange,
                    200,
                    "{\"session\": \"%d\"}".formatted(asked("/login").size()));
        } else {
            handler.handle(exchange);
        }
    }

    /** Whatever is asked from now on is answered so, but for a login. */
    public void answers(HttpHandler handler) {
        this.handler = handler;
    }

    public void answers(int status, String body) {
        answers(exchange -> answer(exchange, status, body));
    }

    public static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    public List<Asked> asked(String path) {
        return asked.stream().filter(one -> one.path.equals(path)).toList();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public Connector connector() {
        return context.getBean(Connector.class);
    }

    public Breakers breakers() {
        return context.getBean(Breakers.class);
    }

    public SystemCard card() {
        return context.getBean(Cards.class).get("desk");
    }

    @Override
    public void close() {
        context.close();
        server.stop(0);
    }
}
