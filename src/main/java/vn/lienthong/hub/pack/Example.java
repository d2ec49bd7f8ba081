package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.Place;
import vn.lienthong.hub.catalog.YamlFile;
import vn.lienthong.hub.json.Json;

/**
 * One golden example: {@code integration/<system>/examples/<mapping>/<case>.in.*} and {@code <case>.out.*}, with
 * {@code <case>.vars.json} where the defaults of {@link #variables} are not meant.
 *
 * @param card of the pack as it is written; empty where it has none, as the platforms
 */
public record Example(JsonNode card, String system, String mapping, String name, Path in, Path out) {
    /** Lies beside the card, with a folder for each mapping. */
    public static final String FOLDER = "examples";

    /** When it is now, for all of them. */
    public static final Instant AT = Instant.parse("2025-08-12T09:30:00Z");

    private static final String IN = ".in.";

    /** Those of all packs, in the order of their names. */
    public static List<Example> all(Path integration) {
        try (var packs = Files.list(integration)) {
            return packs.sorted().flatMap(pack -> of(pack).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of one pack. */
    public static List<Example> of(Path pack) {
        return of(pack, card(pack));
    }

    /** @param card as it is written */
    public static List<Example> of(Path pack, JsonNode card) {
        var folder = pack.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var examples = new ArrayList<Example>();
        try (var files = Files.walk(folder, 2)) {
            files.filter(file -> file.getFileName().toString().contains(IN))
                    .filter(file -> !folder.equals(file.getParent()))
                    .sorted()
                    .forEach(in -> examples.add(of(card, pack, in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return examples;
    }

    private static Example of(JsonNode card, Path pack, Path in) {
        var file = in.getFileName().toString();
        var name = file.substring(0, file.indexOf(IN));
        return new Example(
                card,
                pack.getFileName().toString(),
                String.valueOf(in.getName(in.getNameCount() - 2)),
                name,
                in,
                out(in.resolveSibling(name + ".out.json")));
    }

    private static Path out(Path json) {
        var xml = json.resolveSibling(json.getFileName().toString().replace(".out.json", ".out.xml"));
        return Files.exists(xml) ? xml : json;
    }

    /** The card of a pack as it is written. */
    public static JsonNode card(Path pack) {
        var file = pack.resolve("system.yaml");
        return (Files.exists(file) ? YamlFile.read(file, new Mistakes()) : Optional.<YamlFile>empty())
                .map(YamlFile::tree)
                .orElseGet(Json.MAPPER::createObjectNode);
    }

    /** What a mapping sees unless the example says otherwise: a fixed time, the card, and a request's own input. */
    public Map<String, JsonNode> variables(JsonNode input) throws IOException {
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

    public boolean isXml() {
        return out.toString().endsWith(".xml");
    }

    /** What the mapping must give; {@code outcome} is the card's business, not the mapping's. */
    public JsonNode expected() throws IOException {
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

    /** Where a difference stands in what is expected. */
    public Place place(Difference difference) {
        return isXml() ? Place.start(out) : Place.inJson(out, difference.pointer());
    }

    /** What the card must make of the reply, where the example says so. */
    public Optional<String> outcome() throws IOException {
        var outcome = isXml()
                ? com.fasterxml.jackson.databind.node.MissingNode.getInstance()
                : Json.parse(Files.readAllBytes(out)).path("outcome");
        return outcome.isTextual() ? Optional.of(outcome.asText()) : Optional.empty();
    }

    public boolean isProbe() {
        return mapping.startsWith("probe");
    }

    @Override
    public String toString() {
        return system + "/" + mapping + " " + name;
    }
}
