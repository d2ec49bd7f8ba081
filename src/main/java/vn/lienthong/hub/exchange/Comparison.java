package vn.lienthong.hub.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.mapping.Trees;
import vn.lienthong.hub.mapping.UnreadableBody;
import vn.lienthong.hub.privacy.Masking;

/** Compares two trees value by value, also those that stand as text in one another; tells what differs without naming anybody. */
public final class Comparison {
    private static final int DEEPEST = 60;

    private Comparison() {}

    /** @param maskingOther the masks of the other's own dossier */
    public static List<Change> between(
            @Nullable JsonNode one, @Nullable JsonNode other, Masking masking, Masking maskingOther) {
        var ones = leaves(one);
        var others = leaves(other);
        var maskedOnes = leaves(one == null ? null : masking.tree(one));
        var maskedOthers = leaves(other == null ? null : maskingOther.tree(other));
        var places = new LinkedHashSet<>(ones.keySet());
        places.addAll(others.keySet());
        var changes = new ArrayList<Change>();
        for (var place : places) {
            if (!Objects.equals(ones.get(place), others.get(place))) {
                changes.add(new Change(place, shown(ones, maskedOnes, place), shown(others, maskedOthers, place)));
            }
        }
        return changes;
    }

    /** A value whose place is gone under its mask is not shown at all. */
    private static @Nullable String shown(Map<String, String> plain, Map<String, String> masked, String place) {
        return plain.containsKey(place) ? masked.getOrDefault(place, "…") : null;
    }

    private static Map<String, String> leaves(@Nullable JsonNode tree) {
        var leaves = new LinkedHashMap<String, String>();
        if (tree != null) {
            walk(tree, "", 0, leaves::put);
        }
        return leaves;
    }

    private static void walk(JsonNode node, String at, int depth, BiConsumer<String, String> leaf) {
        if (depth > DEEPEST) {
            leaf.accept(at, Json.text(node));
        } else if (node.isObject()) {
            node.properties().forEach(field -> walk(field.getValue(), below(at, field.getKey()), depth + 1, leaf));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), below(at, Integer.toString(i)), depth + 1, leaf);
            }
        } else {
            var inner = node.isTextual() ? nested(node.asText()) : null;
            if (inner == null) {
                leaf.accept(at, node.asText());
            } else {
                walk(inner, at, depth + 1, leaf);
            }
        }
    }

    private static String below(String at, String name) {
        return at.isEmpty() ? name : at + '/' + name;
    }

    static @Nullable JsonNode nested(String text) {
        var start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[") && !start.startsWith("<")) {
            return null;
        }
        try {
            return Trees.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (UnreadableBody e) {
            return null;
        }
    }
}
