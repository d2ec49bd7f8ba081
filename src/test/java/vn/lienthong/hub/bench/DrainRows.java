package vn.lienthong.hub.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import vn.lienthong.hub.simulator.Simulator;

/**
 * What waited for one system while it was unreachable, delivered once it is back, against a bare loop of the same calls.
 */
final class DrainRows {
    private static final String SYSTEM = "e-certification";
    private static final String PATH = "/api/hoso/dong-bo";
    private static final int CONCURRENCY = 32;
    private static final int EVENTS_PER_SECOND = 50;
    /** A national system is never nearer. */
    private static final int USUAL_MILLIS = 20;

    /** As many again are drained before: both are compiled as they are used, and that takes a quarter of the processor. */
    private static final int WARMING = 2;

    private static final String WAITING =
            "select count(*) from delivery where system = '%s' and state in ('PENDING', 'LEASED', 'UNCERTAIN')"
                    .formatted(SYSTEM);
    /** Counting must not take what is measured: what waits is in an index, the whole table grows with each update. */
    private static final String BY_INDEX = "&options=-c%20enable_seqscan=off%20-c%20max_parallel_workers_per_gather=0";

    private final House house;
    private final Effort effort;
    private final Results results;

    DrainRows(House house, Effort effort, Results results) {
        this.house = house;
        this.effort = effort;
        this.results = results;
    }

    void measure() {
        var database = house.database();
        var port = House.free();
        try (var hub = house.hub("drain", database, settings(port))) {
            hub.register(WARMING * effort.parked());
            hub.reporting(CONCURRENCY, hub.requests().steps(WARMING * effort.parked()))
                    .run(effort.round());
            var parked = waiting(database);
            var undisturbed = accept(hub, effort.round());
            try (var simulator = Simulator.of(Path.of("integration", SYSTEM)).start(port)) {
                var atOnce = drained(hub, database, parked, 1.0 / WARMING, 0.25);
                simulator.fault("slow", Map.of("millis", USUAL_MILLIS));
                var usual = drained(hub, database, parked, 0.24, 0.02);
                simulator.forget();
                write("answers after %d ms".formatted(USUAL_MILLIS), usual, bareLoop(port, parked * 0.15), undisturbed);
                simulator.calm();
                write("answers at once", atOnce, bareLoop(port, parked * 0.25), undisturbed);
                results.note(
                        "… beside the same bytes written to sockets",
                        atOnce.perSecond,
                        "per s",
                        sockets(port, parked * 0.25).perSecond());
            }
        }
    }

    /** One system alone, its card's rate and patience set aside. */
    private Map<String, String> settings(int port) {
        var only = house.folder.resolve("drain");
        copy(
                Path.of("integration", SYSTEM, "system.yaml"),
                only.resolve("integration").resolve(SYSTEM));
        copy(Path.of("routes", SYSTEM + ".camel.yaml"), only.resolve("routes"));
        var settings = new HashMap<String, String>();
        settings.put("hub.integration", only.resolve("integration").toString());
        settings.put("hub.routes", only.resolve("routes").toString());
        settings.put("hub.systems.e-certification.url", "http://localhost:" + port);
        settings.put("hub.systems.e-certification.concurrency", Integer.toString(CONCURRENCY));
        settings.put("hub.systems.e-certification.rate", "100000/s");
        settings.put("hub.systems.e-certification.breaker.wait", "1s");
        settings.put("hub.systems.e-certification.breaker.max-wait", "1s");
        return settings;
    }

    private static void copy(Path file, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(file.getFileName()), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Measured accept(RunningHub hub, Duration time) {
        var accepted = hub.reporting(CONCURRENCY, hub.requests().steps(effort.parked()))
                .at(EVENTS_PER_SECOND)
                .run(time);
        IO.println("accept beside: " + accepted);
        return accepted;
    }

    private record Drained(double parked, double perSecond, Measured accepted) {}

    /** Deliveries a second, while the share of them that waits falls from one to the other; meanwhile events come in. */
    private Drained drained(RunningHub hub, String database, double parked, double from, double to) {
        await(database, parked * from);
        var begin = System.nanoTime();
        var left = waiting(database);
        var accepting = CompletableFuture.supplyAsync(() -> accept(hub, effort.round()));
        await(database, parked * to);
        var perSecond = (left - waiting(database)) * 1e9 / (System.nanoTime() - begin);
        return new Drained(parked, perSecond, accepting.join());
    }

    private static double waiting(String database) {
        return House.number(database + BY_INDEX, WAITING);
    }

    private static void await(String database, double most) {
        while (waiting(database) > most) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
    }

    private static double bareLoop(int port, double calls) {
        var address = URI.create("http://localhost:%d%s".formatted(port, PATH));
        return new HandWrittenLoop(address, CONCURRENCY, messages()).perSecond((long) calls);
    }

    /** One thread that has its requests ready, and reads of an answer where it ends: nobody can call with less. */
    private static Measured sockets(int port, double calls) {
        var messages = messages();
        return new Load(port, CONCURRENCY, 200, () -> call(messages.get())).run((long) calls);
    }

    /** The message of a golden example, with another dossier each time. */
    private static Supplier<String> messages() {
        try {
            var body = Files.readString(Path.of("integration", SYSTEM, "examples/sync.request/paper-signed.out.json"));
            var number = new AtomicLong();
            return () -> numbered(body, number.incrementAndGet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String numbered(String body, long n) {
        return body.replace("250812-0101", "250812-%06d".formatted(n))
                .replace("8000-000000000003", "8000-%012d".formatted(n));
    }

    private static byte[] call(String body) {
        var head = """
                POST %s HTTP/1.1\r
                Host: localhost\r
                X-Api-Key: bench\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                """.formatted(PATH, body.getBytes(StandardCharsets.UTF_8).length);
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    private void write(String answers, Drained drained, double bare, Measured undisturbed) {
        var ratio = drained.perSecond / bare;
        results.add(new Results.Row(
                "drain %,.0f parked deliveries of a system that %s".formatted(drained.parked, answers),
                drained.perSecond,
                "per s",
                bare,
                ratio,
                "≥ 0.70",
                ratio >= 0.7));
        var worse = drained.accepted.percentile(99) / undisturbed.percentile(99);
        results.add(new Results.Row(
                "… accept p99 meanwhile, 50 events/s",
                drained.accepted.percentile(99),
                "ms",
                undisturbed.percentile(99),
                worse,
                "≤ 1.50",
                worse <= 1.5));
    }
}
