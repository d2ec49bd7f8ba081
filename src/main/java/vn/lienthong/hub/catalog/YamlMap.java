package vn.lienthong.hub.catalog;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of a YAML file. It is asked for its keys and notes, with file and line, what is missing, unreadable,
 * written twice or never asked for; nobody has to look at its answers before {@link Mistakes#throwIfAny}.
 */
public final class YamlMap {
    private final Path file;
    private final Node node;
    private final Mistakes mistakes;
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    private YamlMap(Path file, MappingNode node, Mistakes mistakes) {
        this.file = file;
        this.node = node;
        this.mistakes = mistakes;
        for (var field : node.getValue()) {
            var key = field.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (fields.put(key, field.getValueNode()) != null) {
                note(Mistake.Kind.TWICE, field.getKeyNode(), key, "'%s' is written twice".formatted(key));
            }
        }
    }

    /** The whole file, or nothing but a noted mistake. */
    public static Optional<YamlMap> read(Path file, Mistakes mistakes) {
        try {
            return read(file, Files.readString(file), mistakes);
        } catch (IOException e) {
            mistakes.add(YamlFile.unreadable(file, e));
            return Optional.empty();
        }
    }

    /** The text of a file. */
    public static Optional<YamlMap> read(Path file, String text, Mistakes mistakes) {
        try {
            if (new Yaml().compose(new StringReader(text)) instanceof MappingNode root) {
                return Optional.of(new YamlMap(file, root, mistakes));
            }
            mistakes.add(new Mistake(file, 1, 1, Mistake.Kind.SYNTAX, "", "must be a mapping", List.of()));
        } catch (MarkedYAMLException e) {
            mistakes.add(YamlFile.notYaml(file, e));
        } catch (YAMLException e) {
            mistakes.add(YamlFile.unreadable(file, e));
        }
        return Optional.empty();
    }

    public String text(String key) {
        return value(key, Function.identity(), "");
    }

    /** The value as the reader understands it; the other one when it is missing or the reader throws. */
    public <T> T value(String key, Function<String, T> reader, T whenMistaken) {
        if (!fields.containsKey(key)) {
            asked.add(key);
            note(Mistake.Kind.MISSING_KEY, node, key, "'%s' is missing".formatted(key));
            return whenMistaken;
        }
        return find(key, reader).orElse(whenMistaken);
    }

    /** As {@link #value}, for a key that may be absent. */
    public <T> Optional<T> find(String key, Function<String, T> reader) {
        asked.add(key);
        var node = fields.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            note(Mistake.Kind.VALUE, node, key, "'%s' must be a text".formatted(key));
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(scalar.getValue()));
        } catch (IllegalArgumentException | DateTimeException e) {
            note(Mistake.Kind.VALUE, node, key, "'%s': %s".formatted(key, e.getMessage()));
            return Optional.empty();
        }
    }

    /** The mappings in the list of that key; none when it is absent. */
    public List<YamlMap> list(String key) {
        asked.add(key);
        var node = fields.get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence
                && sequence.getValue().stream().allMatch(MappingNode.class::isInstance)) {
            return sequence.getValue().stream()
                    .map(item -> new YamlMap(file, (MappingNode) item, mistakes))
                    .toList();
        }
        note(Mistake.Kind.VALUE, node, key, "'%s' must be a list of mappings".formatted(key));
        return List.of();
    }

    /** Notes a mistake at the place where this mapping begins. */
    public void mistake(String what) {
        note(Mistake.Kind.RULE, node, "", what);
    }

    /**
     * Notes a mistake at the place of a key's value.
     *
     * @param known what could stand there instead
     */
    public void mistake(Mistake.Kind kind, String key, String subject, String what, Collection<String> known) {
        note(kind, fields.getOrDefault(key, node), subject, what, known);
    }

    /** Notes every key nobody asked for: a misspelt key must not be a silent default. */
    public void end() {
        fields.forEach((key, node) -> {
            if (!asked.contains(key)) {
                note(Mistake.Kind.UNKNOWN_KEY, node, key, "'%s' is not known here".formatted(key), asked);
            }
        });
    }

    private void note(Mistake.Kind kind, Node at, String subject, String what) {
        note(kind, at, subject, what, List.of());
    }

    private void note(Mistake.Kind kind, Node at, String subject, String what, Collection<String> known) {
        var mark = at.getStartMark();
        mistakes.add(new Mistake(
                file,
                mark.getLine() + 1,
                mark.getColumn() + 1,
                kind,
                subject,
                what,
                known.stream().sorted().toList()));
    }
}
