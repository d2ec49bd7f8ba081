package vn.lienthong.hub.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;

/**
 * The calls a simulated system makes by itself, as its scripts order them: at once, after a while, or when somebody says
 * so. A call is made once; that is how many real systems do it.
 */
final class Calls {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Executor MAKING = Executors.newVirtualThreadPerTaskExecutor();

    private final List<JsonNode> held = new ArrayList<>();
    private final List<JsonNode> made = new ArrayList<>();
    private volatile @Nullable String hub;

    /** Where the hub is; without it scripts have nobody to call. */
    void to(String url) {
        hub = url;
    }

    @Nullable
    String hub() {
        return hub;
    }

    /** What the answer of a script orders under {@code call}: one, or a list. */
    void order(JsonNode answer) {
        var calls = answer.path("call");
        (calls.isArray() ? calls.valueStream() : java.util.stream.Stream.of(calls))
                .filter(JsonNode::isObject)
                .forEach(this::order1);
    }

    private void order1(JsonNode call) {
        if (call.path("held").asBoolean()) {
            synchronized (this) {
                held.add(call);
            }
        } else {
            CompletableFuture.delayedExecutor(call.path("afterMillis").asLong(), TimeUnit.MILLISECONDS, MAKING)
                    .execute(() -> make(call));
        }
    }

    /** Makes those that were held back, one after the other. */
    ArrayNode release() {
        List<JsonNode> now;
        synchronized (this) {
            now = List.copyOf(held);
            held.clear();
        }
        var answers = Json.MAPPER.createArrayNode();
        now.forEach(call -> answers.add(make(call)));
        return answers;
    }

    private JsonNode make(JsonNode call) {
        var note = Json.MAPPER.createObjectNode().put("url", call.path("url").asText());
        try {
            var answer = HTTP.send(request(call), BodyHandlers.ofString(UTF_8));
            note.put("status", answer.statusCode()).put("answer", answer.body());
        } catch (IOException | IllegalArgumentException e) {
            note.put("error", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            note.put("error", "interrupted");
        }
        synchronized (this) {
            made.add(note);
        }
        return note;
    }

    private static HttpRequest request(JsonNode call) {
        var body = call.path("body");
        var request = HttpRequest.newBuilder(URI.create(call.path("url").asText()))
                .timeout(PATIENCE)
                .method(
                        call.path("method").asText("POST"),
                        body.isMissingNode() || body.isNull()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(body.isTextual() ? body.asText() : Json.text(body)));
        if (body.isContainerNode()) {
            request.header("Content-Type", "application/json");
        }
        call.path("headers")
                .properties()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asText()));
        return request.build();
    }

    /** Every call made, with what was answered. */
    synchronized ArrayNode made() {
        return Json.MAPPER.createArrayNode().addAll(made);
    }

    synchronized void forget() {
        held.clear();
        made.clear();
    }
}
