package vn.lienthong.hub.edition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import vn.lienthong.hub.json.Json;

/** YAML of an edition as a tree, to be compared. What cannot be read is missing here: that is told as a mistake. */
final class CardTree {
    private CardTree() {}

    static boolean isCard(String path) {
        return path.startsWith("integration/") && path.endsWith("/system.yaml");
    }

    static JsonNode read(byte @Nullable [] yaml) {
        try {
            if (yaml != null) {
                Object tree = new Yaml(new SafeConstructor(new LoaderOptions()))
                        .load(new String(yaml, StandardCharsets.UTF_8));
                return Objects.requireNonNullElse(Json.MAPPER.<JsonNode>valueToTree(tree), MissingNode.getInstance());
            }
        } catch (YAMLException | IllegalArgumentException | StackOverflowError e) {
            return MissingNode.getInstance();
        }
        return MissingNode.getInstance();
    }

    /** Its values by their JSON pointers. */
    static SortedMap<String, String> leaves(JsonNode tree) {
        var leaves = new TreeMap<String, String>();
        leaves(tree, "", leaves);
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
