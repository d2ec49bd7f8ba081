package vn.lienthong.hub.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lienthong.hub.drift.Move.What;
import vn.lienthong.hub.json.Json;

/**
 * The fields that answers are known to have: {@code {"/data/code": {"types": ["string"], "always": true}}}. Of what is
 * new or gone only the topmost field is told.
 */
final class Shape {
    private static final String TYPES = "types";
    private static final String ALWAYS = "always";

    private final ObjectNode known;
    private final Map<String, String> seen;
    private final Set<String> examples;
    private final List<Move> moves = new ArrayList<>();

    private Shape(JsonNode known, Map<String, String> seen, Set<String> examples) {
        this.known = known instanceof ObjectNode object ? object.deepCopy() : Json.MAPPER.createObjectNode();
        this.seen = seen;
        this.examples = examples;
    }

    /**
     * @param samples that it is known from
     * @param seen fields of an answer with their types
     * @param examples fields that the pack's own examples have
     */
    static Judgement judge(
            JsonNode known, int samples, Map<String, String> seen, Set<String> examples, DriftSettings settings) {
        var shape = new Shape(known, seen, examples);
        shape.gone(samples >= settings.settled());
        seen.forEach((field, type) -> shape.field(field, type, samples == 0));
        return new Judgement(shape.known, samples < settings.learn() ? List.of() : shape.moves);
    }

    private void gone(boolean settled) {
        known.properties().forEach(field -> {
            if (!seen.containsKey(field.getKey())
                    && field.getValue().path(ALWAYS).asBoolean()) {
                ((ObjectNode) field.getValue()).put(ALWAYS, false);
                if (settled && (parent(field.getKey()).isEmpty() || seen.containsKey(parent(field.getKey())))) {
                    moves.add(new Move(What.GONE, field.getKey(), types(field.getValue()), null));
                }
            }
        });
    }

    private void field(String field, String type, boolean first) {
        var had = known.get(field);
        if (had == null) {
            if (!examples.contains(field) && moves.stream().noneMatch(move -> isBelow(field, move))) {
                moves.add(new Move(What.NEW, field, null, type));
            }
            known.putObject(field).put(ALWAYS, first).putArray(TYPES).add(type);
        } else if (had.path(TYPES).valueStream().noneMatch(one -> one.asText().equals(type))) {
            moves.add(new Move(What.TYPE, field, types(had), type));
            ((ObjectNode) had).withArrayProperty(TYPES).add(type);
        }
    }

    private static boolean isBelow(String field, Move move) {
        return move.what() == What.NEW && field.startsWith(move.where() + '/');
    }

    private static String types(JsonNode field) {
        return String.join(
                " | ", field.path(TYPES).valueStream().map(JsonNode::asText).toList());
    }

    private static String parent(String field) {
        return field.substring(0, field.lastIndexOf('/'));
    }
}
