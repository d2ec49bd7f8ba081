package vn.lienthong.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.local.LocalClient;
import vn.lienthong.hub.local.LocalKey;

/** A caller of the facade. */
public final class Door {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final String token;

    /** As the one-stop system of xã Đại Sơn. */
    public Door(int port, LocalKey key) {
        this(port, key, LocalClient.UPSTREAM_DAI_SON);
    }

    public Door(int port, LocalKey key, LocalClient client) {
        this(port, key, client.id(), client.roles(), client.units());
    }

    public Door(int port, LocalKey key, String client, List<String> roles, List<String> units) {
        this.port = port;
        this.token = key.token(claims -> claims.subject(client)
                .audience(List.of("hub"))
                .claim("roles", roles)
                .claim("units", units)
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plus(Duration.ofDays(365))));
    }

    public String token() {
        return token;
    }

    public HttpResponse<String> get(String path) throws IOException {
        return send(to(path).GET());
    }

    public HttpResponse<String> post(String path, JsonNode body) throws IOException {
        return send(posting(path, body));
    }

    public HttpResponse<String> post(String path, String idempotencyKey, JsonNode body) throws IOException {
        return send(posting(path, body).header("Idempotency-Key", "\"" + idempotencyKey + "\""));
    }

    private HttpRequest.Builder posting(String path, JsonNode body) {
        return to(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)));
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(60));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        return send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> reading)
            throws IOException {
        try {
            return HTTP.send(request.build(), reading);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
