package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Fetches a token with client credentials (RFC 6749, 4.4) and keeps it. */
final class SignIn {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI tokenUrl;
    private final String client;
    private final String secret;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable String token;

    SignIn(URI tokenUrl, String client, String secret) {
        this.tokenUrl = tokenUrl;
        this.client = client;
        this.secret = secret;
    }

    /** @param worn a token that the hub does not take any more */
    String token(HttpClient http, @Nullable String worn) {
        fetching.lock();
        try {
            var kept = token;
            if (kept == null || kept.equals(worn)) {
                kept = fetch(http);
                token = kept;
            }
            return kept;
        } finally {
            fetching.unlock();
        }
    }

    private String fetch(HttpClient http) {
        var request = HttpRequest.newBuilder(tokenUrl)
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + credentials())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        var answer = Wire.exchange(http, request, "The sign-in server");
        var given = answer.body().path("access_token");
        if (!given.isTextual()) {
            throw Refused.signIn(refusal(answer.status(), answer.body()));
        }
        return given.asText();
    }

    /** RFC 6749, 2.3.1: both are form-encoded first. */
    private String credentials() {
        var both = URLEncoder.encode(client, StandardCharsets.UTF_8)
                + ":"
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private String refusal(int status, JsonNode body) {
        return "%s gives client '%s' no token (HTTP %d %s). Check --client, --secret and --token-url."
                .formatted(tokenUrl, client, status, body.path("error").asText());
    }
}
