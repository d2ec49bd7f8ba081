package vn.lienthong.hub.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.lienthong.hub.json.Json;

/**
 * The switches of a simulator, from {@code faults.yaml}: {@code name: {description: …, params: {millis: …}, default: off}}.
 * The value of a switch is false, true, or an object with some of its parameters.
 */
final class Faults {
    private final Map<String, Declared> declared;
    private final Map<String, JsonNode> values = new LinkedHashMap<>();

    private Faults(Map<String, Declared> declared) {
        this.declared = declared;
        reset();
    }

    /** A folder without the file has no switches. */
    static Faults of(Path file) {
        if (!Files.exists(file)) {
            return new Faults(Map.of());
        }
        try {
            var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            Map<String, Object> switches = yaml.load(Files.readString(file));
            var declared = new LinkedHashMap<String, Declared>();
            switches.forEach((name, value) -> declared.put(name, Declared.of(Json.MAPPER.valueToTree(value))));
            return new Faults(declared);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException when there is no such switch, or it has no such parameter */
    synchronized void set(String name, JsonNode value) {
        var known = declared(name).parameters();
        if (!value.isBoolean() && !value.isObject()) {
            throw new IllegalArgumentException("a switch is false, true or an object of parameters");
        }
        value.fieldNames().forEachRemaining(parameter -> {
            if (!known.contains(parameter)) {
                throw new IllegalArgumentException("%s has no parameter %s, but %s".formatted(name, parameter, known));
            }
        });
        values.put(name, value);
    }

    /** Back to the default. */
    synchronized void reset(String name) {
        values.put(name, declared(name).standard());
    }

    synchronized void reset() {
        declared.forEach((name, fault) -> values.put(name, fault.standard()));
    }

    synchronized JsonNode value(String name) {
        declared(name);
        return values.getOrDefault(name, BooleanNode.FALSE);
    }

    synchronized ObjectNode values() {
        return Json.MAPPER.createObjectNode().setAll(values);
    }

    /** For people: every switch with what it does, its parameters and where it stands. */
    synchronized JsonNode described() {
        var all = Json.MAPPER.createObjectNode();
        declared.forEach((name, fault) -> all.putObject(name)
                .put("description", fault.description())
                .<ObjectNode>set("params", Json.MAPPER.valueToTree(fault.parameters()))
                .set("value", values.get(name)));
        return all;
    }

    private Declared declared(String name) {
        var fault = declared.get(name);
        if (fault == null) {
            throw new IllegalArgumentException("there is no switch %s, but %s".formatted(name, declared.keySet()));
        }
        return fault;
    }

    private record Declared(String description, Set<String> parameters, JsonNode standard) {
        static Declared of(JsonNode node) {
            var parameters = node.path("params").properties().stream()
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(TreeSet::new));
            var standard = node.has("default") ? node.get("default") : BooleanNode.FALSE;
            return new Declared(node.path("description").asText(), parameters, standard);
        }
    }
}
