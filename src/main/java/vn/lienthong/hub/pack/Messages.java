package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.json.Json;

/** Of which entries the examples and cases of a pack tell, by which operation, and what they ask. */
final class Messages {
    private static final String REQUEST = ".request";

    private final Set<Told> told = new HashSet<>();
    private final Set<String> verbs = new HashSet<>();

    private record Told(String operation, String entry) {}

    private Messages() {}

    static Messages of(Path pack) throws IOException {
        var messages = new Messages();
        for (var test : PackTests.of(pack)) {
            messages.add(test.call());
            test.after().forEach(messages::add);
        }
        for (var example : Example.of(pack)) {
            if (example.mapping().endsWith(REQUEST) && example.in().toString().endsWith(".json")) {
                var operation = example.mapping().substring(0, example.mapping().length() - REQUEST.length());
                messages.add(operation, Json.parse(Files.readAllBytes(example.in())));
            }
        }
        return messages;
    }

    private void add(PackCall call) {
        verbs.add(call.verb());
        if (call.operation() != null) {
            add(call.operation(), call.message());
        }
    }

    private void add(String operation, JsonNode message) {
        told.add(new Told(operation, message.at("/entry/event").asText()));
    }

    boolean has(SystemCard.Receives rule) {
        return rule.entries().stream().anyMatch(entry -> told.contains(new Told(rule.operation(), entry)));
    }

    boolean asks(String verb) {
        return verbs.contains(verb);
    }
}
