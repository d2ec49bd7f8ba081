package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.live.Tree;

/**
 * Makes a test of a pack from an attempt that went wrong: the message, the simulator answering what was answered to the request
 * that is made of it now, and what ought to come of it. As long as the same request is made, the answer is the same; once the
 * mapping is mended the request is another one, and the simulator answers for itself.
 */
public final class RecordedFailure {
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");
    private static final Pattern HIDDEN = Pattern.compile("…|%E2%80%A6");
    /** Before the simulator's own stubs. */
    private static final int FIRST = 1;

    private final Tree tree;
    private final JsonNode attempt;
    private final Path pack;
    private final String name;

    /**
     * @param tree the files that the failure is to be mended in
     * @param attempt about people who do not exist
     */
    public RecordedFailure(Tree tree, JsonNode attempt) {
        this.tree = tree;
        this.attempt = attempt;
        this.pack = tree.integration().resolve(attempt.path("system").asText());
        this.name = freeName();
    }

    private String freeName() {
        var word = "recorded-%s-%s"
                .formatted(
                        attempt.path("operation").asText(),
                        attempt.path("code").asText(attempt.path("outcome").asText()));
        var base = NO_WORD.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("-");
        var free = base;
        for (int n = 2; Files.exists(pack.resolve(message(free))); n++) {
            free = base + "-" + n;
        }
        return free;
    }

    private static String message(String name) {
        return "failures/" + name + ".message.json";
    }

    /**
     * Writes the files of the test.
     *
     * @param expected the outcome that ought to come of it, such as {@code acknowledged}
     * @return the files that were written or added to
     */
    public List<Path> write(String expected) throws IOException {
        var message = pack.resolve(message(name));
        Files.createDirectories(pack.resolve("failures"));
        Files.writeString(message, attempt.path("message").toPrettyString() + "\n");
        var tests = pack.resolve("tests.yaml");
        Files.writeString(tests, test(expected), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        var calls = attempt.path("calls");
        if (calls.isEmpty()) {
            return List.of(message, tests); // nothing went out
        }
        var stub = pack.resolve("simulator/stubs/" + name + ".json");
        Files.writeString(stub, stub(calls.get(calls.size() - 1)).toPrettyString() + "\n");
        return List.of(message, stub, tests);
    }

    private String test(String expected) {
        return """
                - name: %s
                  shows: %s
                  call: %s
                  operation: %s
                  message: %s
                  expect: {outcome: %s}
                """.formatted(
                        "what was recorded as "
                                + name.substring("recorded-".length()).replace('-', ' ') + " does not come back",
                        shows(),
                        attempt.path("kind").asText("SEND").toLowerCase(Locale.ROOT),
                        attempt.path("operation").asText(),
                        message(name),
                        expected);
    }

    private String shows() {
        if (attempt.path("code").asText().equals("hub.unreadable-answer")) {
            return "malformed";
        }
        return attempt.path("outcome").asText().equals("refused") ? "refusal" : "silence";
    }

    private ObjectNode stub(JsonNode call) throws IOException {
        var stub = Json.MAPPER.createObjectNode().put("priority", FIRST);
        var request =
                stub.putObject("request").put("method", call.path("method").asText());
        path(call.path("path").asText(), request);
        RepeatedRequest.of(tree, attempt)
                .ifPresent(body -> request.putArray("bodyPatterns").add(body));
        var response =
                stub.putObject("response").put("status", call.path("status").asInt());
        if (call.hasNonNull("answerType")) {
            response.putObject("headers")
                    .put("Content-Type", call.path("answerType").asText());
        }
        response.put("body", call.path("answer").asText());
        return stub;
    }

    /** Where the simulator listens, whatever stands before it at the real address. */
    private void path(String recorded, ObjectNode request) throws IOException {
        var path = recorded.contains("?") ? recorded.substring(0, recorded.indexOf('?')) : recorded;
        for (var own : Stubs.paths(pack.resolve("simulator/stubs"))) {
            if (path.endsWith(own)) {
                request.put("urlPath", own);
                return;
            }
        }
        request.put("urlPathPattern", ".*" + HIDDEN.matcher(path).replaceAll("[^/]+"));
    }
}
