package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;

/** Talks to the API of a hub. Every call throws {@link Refused} or {@link Unreachable} when it gets no good answer. */
final class HubClient implements AutoCloseable {
    private static final String API = "/api/v1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Figures are reckoned from every dossier of a period. */
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(10);

    private static final int UNAUTHENTICATED = 401;
    private static final int FIRST_ERROR = 400;

    private final URI hub;
    private final SignIn signIn;
    private final HttpClient http = Wire.client();

    HubClient(URI hub, SignIn signIn) {
        this.hub = hub;
        this.signIn = signIn;
    }

    /** @param path below {@code /api/v1} */
    HubAnswer get(String path) {
        return exchange(request(path, PATIENCE).GET());
    }

    /** Saves an answer of that type. What breaks off on the way leaves no file behind. */
    void save(String path, String mediaType, Path file) throws IOException {
        save(request(path, LONG_PATIENCE).GET().setHeader("Accept", mediaType + ", application/problem+json"), file);
    }

    /** The same, with patience: what the hub answers it must reckon first. */
    HubAnswer compute(String path) {
        return exchange(request(path, LONG_PATIENCE).GET());
    }

    /** Saves an answer that is no JSON. What breaks off on the way leaves no file behind. */
    void save(String path, Path file) throws IOException {
        save(request(path, LONG_PATIENCE).GET(), file);
    }

    private void save(HttpRequest.Builder request, Path file) throws IOException {
        var part = Files.createTempFile(
                file.toAbsolutePath().getParent(), file.getFileName().toString(), ".part");
        try {
            fetch(request, part);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Prints an answer that is text. */
    void print(String path, PrintWriter out) throws IOException {
        var part = Files.createTempFile("hub", ".part");
        try {
            fetch(request(path, LONG_PATIENCE).GET(), part);
            try (var reader = Files.newBufferedReader(part)) {
                reader.transferTo(out);
            }
            out.flush();
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void fetch(HttpRequest.Builder request, Path file) {
        var token = signIn.token(http, null);
        var answer = Wire.fetch(http, authorised(request, token), "The hub", file);
        if (answer.status() == UNAUTHENTICATED) {
            answer = Wire.fetch(http, authorised(request, signIn.token(http, token)), "The hub", file);
        }
        if (answer.status() >= FIRST_ERROR) {
            throw Refused.of(answer);
        }
    }

    /** Held back by the hub until the answer is another than the one with that tag, or the time has passed. */
    HubAnswer getAfterChange(String path, @Nullable String etag, Duration atMost) {
        if (etag == null) {
            return get(path);
        }
        var waiting = request(path + "?wait=" + atMost.toSeconds(), atMost.plus(PATIENCE));
        return exchange(waiting.header("If-None-Match", etag).GET());
    }

    /** @param key names the request, so that a repeated one is recognised */
    HubAnswer post(String path, JsonNode body, @Nullable String key) {
        var request = request(path, PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(body)));
        return exchange(key == null ? request : request.header("Idempotency-Key", '"' + key + '"'));
    }

    /** Makes the hub do something that may take as long as a system is waited for. */
    HubAnswer order(String path) {
        return exchange(request(path, LONG_PATIENCE).POST(BodyPublishers.noBody()));
    }

    /** The same with what it needs to know. */
    HubAnswer order(String path, JsonNode body) {
        return exchange(request(path, LONG_PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(body))));
    }

    /** Sends files. */
    HubAnswer upload(String path, byte[] zip) {
        return exchange(request(path, LONG_PATIENCE)
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArray(zip)));
    }

    HubAnswer delete(String path) {
        return exchange(request(path, PATIENCE).DELETE());
    }

    private HttpRequest.Builder request(String path, Duration patience) {
        return HttpRequest.newBuilder(hub.resolve(API + path))
                .timeout(patience)
                .header("Accept", "application/json, application/problem+json");
    }

    private HubAnswer exchange(HttpRequest.Builder request) {
        var token = signIn.token(http, null);
        var answer = exchange(request, token);
        if (answer.status() == UNAUTHENTICATED) {
            answer = exchange(request, signIn.token(http, token));
        }
        if (answer.isError()) {
            throw Refused.of(answer);
        }
        return answer;
    }

    private HubAnswer exchange(HttpRequest.Builder request, String token) {
        return Wire.exchange(http, authorised(request, token), "The hub");
    }

    private static HttpRequest authorised(HttpRequest.Builder request, String token) {
        return request.setHeader("Authorization", "Bearer " + token).build();
    }

    @Override
    public void close() {
        http.close();
    }
}
