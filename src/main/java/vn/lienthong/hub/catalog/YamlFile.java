package vn.lienthong.hub.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A YAML file as a JSON tree that still knows on which line each value stands. */
public final class YamlFile {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Path file;
    private final Map<String, Integer> lines = new HashMap<>();
    private final JsonNode tree;

    private YamlFile(Path file, Node root) {
        this.file = file;
        this.tree = read(root, "");
    }

    /** The whole file, which is one mapping, or nothing but a noted mistake. */
    public static Optional<YamlFile> read(Path file, Mistakes mistakes) {
        return read(file, MappingNode.class, "must be a mapping", mistakes);
    }

    /** The whole file, which is one list, or nothing but a noted mistake. */
    public static Optional<YamlFile> readList(Path file, Mistakes mistakes) {
        return read(file, SequenceNode.class, "must be a list", mistakes);
    }

    private static Optional<YamlFile> read(Path file, Class<? extends Node> form, String rule, Mistakes mistakes) {
        try {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            var root = new Yaml(options).compose(new StringReader(Files.readString(file)));
            if (form.isInstance(root)) {
                return Optional.of(new YamlFile(file, root));
            }
            mistakes.add(file, 1, rule);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            mistakes.add(file, mark == null ? 1 : mark.getLine() + 1, "is not YAML: " + e.getProblem());
        } catch (YAMLException | IOException e) {
            mistakes.add(file, 1, "cannot be read: " + e);
        } catch (ClassCastException | IllegalArgumentException | StackOverflowError e) {
            // a key that is no text, a number that is none, a node that holds itself
            mistakes.add(file, 1, "cannot be read: " + e.getClass().getSimpleName());
        }
        return Optional.empty();
    }

    public JsonNode tree() {
        return tree;
    }

    /** The last value that begins on that line or before it; the first of the file is the whole. */
    public String at(int line) {
        return lines.entrySet().stream()
                .filter(place -> place.getValue() <= line)
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(place -> place.getKey().length()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** Notes a mistake at a JSON pointer, on the line of the nearest value that exists. */
    public void mistake(String pointer, String what, Mistakes mistakes) {
        var at = pointer;
        while (!lines.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        mistakes.add(file, lines.getOrDefault(at, 1), (pointer.isEmpty() ? "" : pointer + ": ") + what);
    }

    private JsonNode read(Node node, String pointer) {
        lines.put(pointer, node.getStartMark().getLine() + 1);
        return switch (node) {
            case MappingNode mapping -> {
                var object = JSON.objectNode();
                for (var pair : mapping.getValue()) {
                    var key = ((ScalarNode) pair.getKeyNode()).getValue();
                    object.set(key, read(pair.getValueNode(), pointer + "/" + key));
                }
                yield object;
            }
            case SequenceNode sequence -> {
                var array = JSON.arrayNode();
                for (var item : sequence.getValue()) {
                    array.add(read(item, pointer + "/" + array.size()));
                }
                yield array;
            }
            case ScalarNode scalar -> value(scalar);
            default -> throw new IllegalStateException("aliases are not used here");
        };
    }

    private static JsonNode value(ScalarNode scalar) {
        var text = scalar.getValue();
        if (scalar.getTag().equals(Tag.INT)) {
            return JSON.numberNode(Long.parseLong(text.replace("_", "")));
        }
        if (scalar.getTag().equals(Tag.FLOAT)) {
            return JSON.numberNode(Double.parseDouble(text));
        }
        if (scalar.getTag().equals(Tag.BOOL)) {
            return JSON.booleanNode(List.of("true", "yes", "on").contains(text.toLowerCase(java.util.Locale.ROOT)));
        }
        return scalar.getTag().equals(Tag.NULL) ? JSON.nullNode() : JSON.textNode(text);
    }
}
