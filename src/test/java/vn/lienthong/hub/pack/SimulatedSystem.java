package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.simulator.Simulator;

/** A simulator and a plain HTTP caller of it. */
final class SimulatedSystem implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path pack;
    private final String header;
    final Simulator simulator;

    /** @param header that the system wants on every call */
    SimulatedSystem(String system, String header, InstantSource clock) {
        this.pack = Path.of("integration", system);
        this.header = header;
        this.simulator = Simulator.of(pack, clock).start();
    }

    /** The request that a golden example of the pack makes. */
    ObjectNode example(String name) throws IOException {
        return (ObjectNode)
                Json.parse(Files.readAllBytes(pack.resolve("examples").resolve(name + ".out.json")));
    }

    HttpResponse<String> call(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(simulator.url() + path))
                .header(header, "test")
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(5))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        return Json.MAPPER.readTree(call("POST", path, Json.text(body)).body());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return Json.MAPPER.readTree(call("GET", path, "").body());
    }

    void reset() {
        simulator.calm();
        simulator.forget();
    }

    @Override
    public void close() {
        http.close();
        simulator.close();
    }
}
