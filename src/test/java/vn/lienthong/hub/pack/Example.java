package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.lienthong.hub.json.Json;

/**
 * One golden example: {@code integration/<system>/examples/<mapping>/<case>.in.*} and {@code <case>.out.*}, with
 * {@code <case>.vars.json} where the defaults of {@link #variables} are not meant.
 */
public record Example(String system, String mapping, String name, Path in, Path out) {
    private static final Path PACKS = Path.of("integration");

    public static List<Example> all() {
        try (var files = Files.walk(PACKS)) {
            return files.filter(Example::isInput).sorted().map(Example::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isInput(Path file) {
        return file.toString().contains("/examples/")
                && file.getFileName().toString().contains(".in.");
    }

    /** integration/system/examples/mapping/case.in.json */
    private static Example of(Path in) {
        var file = in.getFileName().toString();
        var name = file.substring(0, file.indexOf(".in."));
        return new Example(
                in.getName(1).toString(),
                in.getName(3).toString(),
                name,
                in,
                out(in.resolveSibling(name + ".out.json")));
    }

    private static Path out(Path json) {
        var xml = Path.of(json.toString().replace(".out.json", ".out.xml"));
        return Files.exists(xml) ? xml : json;
    }

    /** What a mapping sees unless the example says otherwise: a fixed time, the card, and a request's own input. */
    public Map<String, JsonNode> variables(JsonNode input) throws IOException {
        var card = card(system);
        var values = new HashMap<String, JsonNode>();
        values.put("now", Json.MAPPER.getNodeFactory().textNode("2025-08-12T16:30:00+07:00"));
        values.put("url", card.path("url"));
        values.put("settings", card.path("settings"));
        values.put("credentials", card.path("credentials"));
        if (mapping.endsWith(".request")) {
            values.put("message", input);
        } else {
            values.put("http", Json.MAPPER.getNodeFactory().numberNode(200));
        }
        var own = in.resolveSibling(name + ".vars.json");
        if (Files.exists(own)) {
            Json.parse(Files.readAllBytes(own)).properties().forEach(v -> values.put(bare(v.getKey()), v.getValue()));
        }
        return values;
    }

    private static String bare(String variable) {
        return variable.startsWith("$") ? variable.substring(1) : variable;
    }

    /** The card of a pack as it is written; platforms have none. */
    static JsonNode card(String system) throws IOException {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        var card = PACKS.resolve(system).resolve("system.yaml");
        if (!Files.exists(card)) {
            return Json.MAPPER.createObjectNode();
        }
        try (var text = Files.newBufferedReader(card)) {
            return Json.MAPPER.valueToTree(yaml.load(text));
        }
    }

    public boolean isXml() {
        return out.toString().endsWith(".xml");
    }

    /** What the mapping must give; {@code outcome} is the card's business, not the mapping's. */
    JsonNode expected() throws IOException {
        var tree = Json.parse(Files.readAllBytes(out));
        if (tree instanceof ObjectNode object) {
            object.remove("outcome");
        }
        return tree;
    }

    /** The input is broken on purpose: nothing but {@code {"outcome": "uncertain"}} is expected of it. */
    public boolean isUnreadable() throws IOException {
        return !isXml() && in.toString().endsWith(".txt") && expected().isEmpty();
    }

    /** What the card must make of the reply, where the example says so. */
    Optional<String> outcome() throws IOException {
        var outcome = Json.parse(Files.readAllBytes(out)).path("outcome");
        return outcome.isTextual() ? Optional.of(outcome.asText()) : Optional.empty();
    }

    boolean isProbe() {
        return mapping.startsWith("probe");
    }

    static Stream<String> withOne(List<Example> examples) {
        return examples.stream().map(example -> example.system + "/" + example.mapping);
    }

    @Override
    public String toString() {
        return system + "/" + mapping + " " + name;
    }
}
