package vn.lienthong.hub.edition;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import vn.lienthong.hub.json.Json;

/**
 * One key of a card that differs between two editions.
 *
 * @param key JSON pointer into the card
 * @param before absent when the key is new
 * @param after absent when the key is gone
 */
public record KeyChange(
        String system,
        String key,
        @Nullable String before,
        @Nullable String after) {
    private static final String CARD = "/system.yaml";
    private static final String SECRETS = "/credentials/";
    private static final String HIDDEN = "***";

    static List<KeyChange> between(EditionFiles before, EditionFiles after, List<Change> changes) {
        var keys = new ArrayList<KeyChange>();
        for (var change : changes) {
            if (change.path().startsWith("integration/") && change.path().endsWith(CARD)) {
                keys.addAll(between(
                        change.of(),
                        leaves(before.byPath().get(change.path())),
                        leaves(after.byPath().get(change.path()))));
            }
        }
        return List.copyOf(keys);
    }

    private static List<KeyChange> between(String system, Map<String, String> old, Map<String, String> fresh) {
        var keys = new TreeSet<>(old.keySet());
        keys.addAll(fresh.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(old.get(key), fresh.get(key)))
                .map(key -> new KeyChange(system, key, shown(key, old.get(key)), shown(key, fresh.get(key))))
                .toList();
    }

    /** A credential should be a name of the environment; where it is not, it is nobody's to read. */
    private static @Nullable String shown(String key, @Nullable String value) {
        return value != null && key.startsWith(SECRETS) && !value.startsWith("${") ? HIDDEN : value;
    }

    /** None of a card that cannot be read: that is told as a mistake. */
    private static SortedMap<String, String> leaves(byte @Nullable [] card) {
        var leaves = new TreeMap<String, String>();
        try {
            if (card != null) {
                var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
                Object tree = yaml.load(new String(card, StandardCharsets.UTF_8));
                leaves(Json.MAPPER.valueToTree(tree), "", leaves);
            }
        } catch (YAMLException | IllegalArgumentException | StackOverflowError e) {
            leaves.clear();
        }
        return leaves;
    }

    private static void leaves(JsonNode node, String pointer, Map<String, String> into) {
        if (node.isValueNode()) {
            into.put(pointer, node.asText());
        }
        node.properties().forEach(field -> leaves(field.getValue(), pointer + "/" + field.getKey(), into));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            leaves(node.get(i), pointer + "/" + i, into);
        }
    }
}
