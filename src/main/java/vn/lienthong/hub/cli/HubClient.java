package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;

/** Talks to the API of a hub. Every call throws {@link Refused} or {@link Unreachable} when it gets no good answer. */
final class HubClient implements AutoCloseable {
    private static final String API = "/api/v1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int UNAUTHENTICATED = 401;

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
        return Wire.exchange(
                http, request.setHeader("Authorization", "Bearer " + token).build(), "The hub");
    }

    @Override
    public void close() {
        http.close();
    }
}
