package vn.lienthong.hub.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.pack.PlayedSystem;

/**
 * One external system, played from the files of its pack: {@code simulator/stubs/*.json} name a script for each request,
 * {@code simulator/*.jslt} decide the answers and what is stored, {@code simulator/faults.yaml} declares the switches.
 *
 * <p>Stopping it is pulling the plug: nobody listens any more, but what was stored stays for {@link #resume}.
 */
public final class Simulator implements PlayedSystem {
    private static final int ANY_PORT = 0;

    private final Path system;
    private final Memory memory = new Memory();
    private final Faults faults;
    private final Calls calls = new Calls();
    private final Scripts scripts;
    private final List<String> stubs;
    private @Nullable WireMockServer server;
    private int port = ANY_PORT;

    private Simulator(Path system, InstantSource clock) {
        this.system = system.toAbsolutePath().normalize();
        this.faults = Faults.of(this.system.resolve("simulator/faults.yaml"));
        this.scripts = new Scripts(this.system, memory, faults, calls, clock);
        this.stubs = stubs(this.system.resolve("simulator/stubs"));
    }

    /** @param system the folder of a pack, such as {@code integration/<id>} */
    public static Simulator of(Path system) {
        return of(system, InstantSource.system());
    }

    public static Simulator of(Path system, InstantSource clock) {
        var simulator = new Simulator(system, clock);
        simulator.stubs.stream()
                .map(stub -> parse(stub).at("/response/transformerParameters"))
                .filter(JsonNode::isObject) // else it answers what stands in it
                .forEach(simulator.scripts::prepare);
        return simulator;
    }

    private static List<String> stubs(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Simulator::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String stub) {
        return Json.parse(stub.getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps what it stores in a file, for the next process. */
    @Override
    public Simulator keeping(Path file) {
        memory.keep(file);
        return this;
    }

    /** Calls this hub by itself, where a script says so. */
    @Override
    public Simulator calling(String hub) {
        calls.to(hub);
        return this;
    }

    /** Makes the calls that were held back, and tells what was answered. */
    public JsonNode releaseCalls() {
        return calls.release();
    }

    /** Every call it made by itself, with what was answered. */
    public JsonNode calls() {
        return calls.made();
    }

    /** On any free port. */
    @Override
    public Simulator start() {
        return start(ANY_PORT);
    }

    @Override
    public synchronized Simulator start(int onPort) {
        if (server != null) {
            throw new IllegalStateException("%s listens already".formatted(name()));
        }
        var starting = new WireMockServer(options(onPort));
        stubs.forEach(stub -> starting.addStubMapping(StubMapping.buildFrom(stub)));
        starting.start();
        server = starting;
        port = starting.port();
        return this;
    }

    /** Listens again where it did. */
    public Simulator resume() {
        return start(port);
    }

    /** Breaks what is under way and listens no more. */
    public synchronized void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Delays hold no thread, so that a thousand slow answers can be under way at once. */
    private WireMockConfiguration options(int onPort) {
        return WireMockConfiguration.options()
                .bindAddress("localhost")
                .port(onPort)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .gzipDisabled(true)
                .http2PlainDisabled(true)
                .disableOptimizeXmlFactoriesLoading(true)
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(4)
                .containerThreads(24)
                .jettyAcceptors(1)
                .jettyAcceptQueueSize(4096)
                .jettyStopTimeout(100L)
                .templatingEnabled(false)
                .notifier(new Notes(name()))
                .extensions(scripts, new Control(faults, memory, calls));
    }

    @Override
    public String name() {
        return String.valueOf(system.getFileName());
    }

    public int port() {
        return port;
    }

    @Override
    public String url() {
        return "http://localhost:" + port;
    }

    /** Turns a switch on, or with false off; parameters are a map. */
    @Override
    public void fault(String fault, Object value) {
        faults.set(fault, Json.MAPPER.valueToTree(value));
    }

    public void fault(String fault) {
        fault(fault, true);
    }

    /** All switches back to their defaults. */
    @Override
    public void calm() {
        faults.reset();
    }

    /** Every switch with its description, for people. */
    @Override
    public JsonNode faults() {
        return faults.described();
    }

    /** What is stored in a table, by key, in the order it came. */
    public ObjectNode state(String table) {
        return memory.rows(table);
    }

    /** Stores a record that did not come by a request. */
    public void store(String table, String key, Object row) {
        memory.put(table, key, Json.MAPPER.valueToTree(row));
    }

    /** Loses a record. */
    public void remove(String table, String key) {
        memory.remove(table, key);
    }

    public long count(String counter) {
        return memory.count(counter);
    }

    @Override
    public void forget() {
        memory.clear();
        calls.forget();
    }
}
