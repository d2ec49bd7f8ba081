package vn.lienthong.hub.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.lienthong.hub.json.Json;

/** What goes between the hub and one system, as the system's routes say. */
record Calls(String system, JsonNode routes) {
    private static final Pattern OURS = Pattern.compile("(?i)\\b(ours?|stand-in|stands? in)\\b");

    static Calls of(String system) {
        var file = Path.of("routes", system + ".camel.yaml");
        try (var text = Files.newBufferedReader(file)) {
            return new Calls(
                    system,
                    Json.MAPPER.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a sentence says that something is our invention. */
    static boolean standsIn(String sentence) {
        return OURS.matcher(sentence).find();
    }

    /** Each call of ours, and whether it is as the owner has it. */
    List<String> lines(boolean standIn) {
        var lines = new ArrayList<String>();
        lines.add("\n| call | does | |\n|---|---|---|");
        for (var item : routes) {
            var route = item.path("route");
            if (isOurs(route)) {
                var description = route.path("description").asText();
                lines.add("| `%s` | %s | %s |"
                        .formatted(
                                route.path("id").asText().substring(system.length() + 1),
                                description.replace("|", "\\|"),
                                standIn || standsIn(description) ? "STAND-IN" : "real"));
            }
        }
        return lines;
    }

    /** What comes from the system by itself. */
    List<String> told() {
        return StreamSupport.stream(routes.spliterator(), false)
                .map(item -> item.path("route"))
                .filter(route -> !isOurs(route))
                .map(route -> route.path("description").asText())
                .toList();
    }

    private static boolean isOurs(JsonNode route) {
        return route.at("/from/uri").asText().startsWith("direct:");
    }
}
