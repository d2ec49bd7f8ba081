package vn.lienthong.hub.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
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
    private static final int DEEPEST = 100;

    private final Map<String, Mark> values = new HashMap<>();
    private final Map<String, Mark> keys = new HashMap<>();
    private final JsonNode tree;

    private YamlFile(Path file, Node root, Mistakes mistakes) {
        this.file = file;
        this.tree = read(root, "", 0, mistakes);
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
            var root = new Yaml().compose(new StringReader(Files.readString(file)));
            if (form.isInstance(root)) {
                return Optional.of(new YamlFile(file, root, mistakes));
            }
            mistakes.add(new Mistake(file, 1, 1, Mistake.Kind.SYNTAX, "", rule, List.of()));
        } catch (MarkedYAMLException e) {
            mistakes.add(notYaml(file, e));
        } catch (YAMLException | IOException e) {
            mistakes.add(unreadable(file, e));
        }
        return Optional.empty();
    }

    static Mistake notYaml(Path file, MarkedYAMLException e) {
        var mark = e.getProblemMark();
        return new Mistake(
                file,
                mark == null ? 1 : mark.getLine() + 1,
                mark == null ? 1 : mark.getColumn() + 1,
                Mistake.Kind.SYNTAX,
                "",
                "is not YAML: " + e.getProblem(),
                List.of());
    }

    static Mistake unreadable(Path file, Exception e) {
        return new Mistake(file, 1, 1, Mistake.Kind.UNREADABLE, "", "cannot be read: " + e, List.of());
    }

    public JsonNode tree() {
        return tree;
    }

    /** The last value that begins on that line or before it; the first of the file is the whole. */
    public String at(int line) {
        return values.entrySet().stream()
                .filter(place -> place.getValue().getLine() < line)
                .max(Comparator.comparing((Map.Entry<String, Mark> place) ->
                                place.getValue().getLine())
                        .thenComparing(place -> place.getKey().length()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    public Path file() {
        return file;
    }

    /** Of the value at a JSON pointer, or of the nearest one above it that there is. */
    public Place place(String pointer) {
        return new Place(file, mark(pointer).getLine() + 1, mark(pointer).getColumn() + 1);
    }

    /** Of the key whose value is at a JSON pointer. */
    public Place keyPlace(String pointer) {
        var mark = keys.getOrDefault(pointer, mark(pointer));
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** Notes a mistake at a JSON pointer, at the place of the nearest value that exists. */
    public void mistake(String pointer, String what, Mistakes mistakes) {
        mistake(Mistake.Kind.RULE, pointer, "", what, mistakes);
    }

    public void mistake(Mistake.Kind kind, String pointer, String subject, String what, Mistakes mistakes) {
        mistake(kind, pointer, subject, what, List.of(), mistakes);
    }

    /** @param known what could stand there instead */
    public void mistake(
            Mistake.Kind kind, String pointer, String subject, String what, List<String> known, Mistakes mistakes) {
        note(kind, place(pointer), pointer, subject, what, known, mistakes);
    }

    /** Notes a key that may not stand in the mapping at the pointer. */
    void unknownKey(String pointer, String key, String what, List<String> known, Mistakes mistakes) {
        note(Mistake.Kind.UNKNOWN_KEY, keyPlace(pointer + "/" + escaped(key)), pointer, key, what, known, mistakes);
    }

    private void note(
            Mistake.Kind kind,
            Place place,
            String pointer,
            String subject,
            String what,
            List<String> known,
            Mistakes mistakes) {
        var text = (pointer.isEmpty() ? "" : pointer + ": ") + what;
        mistakes.add(new Mistake(file, place.line(), place.column(), kind, subject, text, known));
    }

    private Mark mark(String pointer) {
        var at = pointer;
        while (!values.containsKey(at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return java.util.Objects.requireNonNull(values.get(at));
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private JsonNode read(Node node, String pointer, int depth, Mistakes mistakes) {
        if (depth > DEEPEST) { // an alias inside its own anchor has no end
            throw new YAMLException("is nested too deep");
        }
        values.put(pointer, node.getStartMark());
        return switch (node) {
            case MappingNode mapping -> {
                var object = JSON.objectNode();
                for (var pair : mapping.getValue()) {
                    if (!(pair.getKeyNode() instanceof ScalarNode name)) {
                        throw new YAMLException("a key is not a text");
                    }
                    var below = pointer + "/" + escaped(name.getValue());
                    if (keys.put(below, name.getStartMark()) != null) {
                        var twice = "'%s' is written twice".formatted(name.getValue());
                        note(Mistake.Kind.TWICE, keyPlace(below), pointer, name.getValue(), twice, List.of(), mistakes);
                    }
                    object.set(name.getValue(), read(pair.getValueNode(), below, depth + 1, mistakes));
                }
                yield object;
            }
            case SequenceNode sequence -> {
                var array = JSON.arrayNode();
                for (var item : sequence.getValue()) {
                    array.add(read(item, pointer + "/" + array.size(), depth + 1, mistakes));
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
            return number(text.replace("_", ""));
        }
        if (scalar.getTag().equals(Tag.FLOAT)) {
            return number(text);
        }
        if (scalar.getTag().equals(Tag.BOOL)) {
            return JSON.booleanNode(List.of("true", "yes", "on").contains(text.toLowerCase(java.util.Locale.ROOT)));
        }
        return scalar.getTag().equals(Tag.NULL) ? JSON.nullNode() : JSON.textNode(text);
    }

    /** A number that JSON does not know, such as {@code 0x1F} or {@code .inf}, is a text here. */
    private static JsonNode number(String text) {
        return text.matches("[-+]?(0|[1-9]\\d{0,17})")
                ? JSON.numberNode(Long.parseLong(text))
                : text.matches("[-+]?\\d+(\\.\\d*)?([eE][-+]?\\d+)?")
                        ? JSON.numberNode(Double.parseDouble(text))
                        : JSON.textNode(text);
    }
}
