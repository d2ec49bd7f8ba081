package vn.lienthong.hub.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import vn.lienthong.hub.SteadyStream;
import vn.lienthong.hub.json.Json;

/** What the heap holds while one large file goes up and comes down again. */
final class FileRows {
    private static final double MEGABYTE = 1024 * 1024;
    private static final double NANO = 1e9;
    private static final double GROWTH = 64;

    private final House house;
    private final Effort effort;
    private final Results results;
    private final HttpClient http = HttpClient.newHttpClient();

    FileRows(House house, Effort effort, Results results) {
        this.house = house;
        this.effort = effort;
        this.results = results;
    }

    void measure() {
        var settings = Map.of(
                "hub.files.folder", house.folder.resolve("files").toString(),
                "hub.files.owner-key", "owners-of-the-benchmark-are-hidden",
                "hub.files.largest", "2GB");
        try (var hub = house.hub("files", house.database(), settings)) {
            hub.register(1);
            var size = effort.file();
            var sent = new SteadyStream(size, hub.jvm()::live);
            var begun = System.nanoTime();
            var id = up(hub, sent, size);
            var upSeconds = (System.nanoTime() - begun) / NANO;
            var got = new SteadyStream.Reader(size, hub.jvm()::live);
            begun = System.nanoTime();
            down(hub, id, got);
            var downSeconds = (System.nanoTime() - begun) / NANO;
            requireSame(sent, got);
            var megabytes = size / MEGABYTE;
            results.note("a file of %,.0f MB up".formatted(megabytes), megabytes / upSeconds, "MB per s", null);
            results.atMost("… heap more than before, at most", sent.heapGrowth() / MEGABYTE, "MB", GROWTH);
            results.note("the same file down", megabytes / downSeconds, "MB per s", null);
            results.atMost("… heap more than before, at most", got.heapGrowth() / MEGABYTE, "MB", GROWTH);
        }
    }

    private String up(RunningHub hub, SteadyStream bytes, long size) {
        var address = "?kind=GCS&dossier=" + Requests.code(1);
        var body = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> bytes), size);
        var answer = send(request(hub, address).POST(body), BodyHandlers.ofByteArray());
        return Json.parse(answer).path("id").asText();
    }

    private void down(RunningHub hub, String id, SteadyStream.Reader into) {
        try (var bytes = send(request(hub, "/" + id).GET(), BodyHandlers.ofInputStream())) {
            bytes.transferTo(into);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpRequest.Builder request(RunningHub hub, String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d/api/v1/files%s".formatted(hub.port(), address)))
                .header("Authorization", "Bearer " + hub.requests().token())
                .timeout(Duration.ofMinutes(10));
    }

    private <T> T send(HttpRequest.Builder request, BodyHandler<T> reading) {
        try {
            var answer = http.send(request.build(), reading);
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("the hub answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void requireSame(SteadyStream sent, SteadyStream.Reader got) {
        if (!Arrays.equals(sent.sha256(), got.sha256())) {
            throw new IllegalStateException("what came down is not what went up");
        }
    }
}
