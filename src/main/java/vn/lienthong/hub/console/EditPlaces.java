package vn.lienthong.hub.console;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.delivery.Edited;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;

/** The places of a message as a person edits them: one field each, empty where nothing is to change. */
final class EditPlaces {
    private static final String VALUE = "value:";
    private static final String DROP = "drop:";
    private static final List<String> OBJECTS = List.of("dossier", "state", "entry");

    private EditPlaces() {}

    /**
     * One place.
     *
     * @param pointer into the message
     * @param before what stands there; null: nothing
     * @param after what shall stand there; null: it shall go
     */
    public record Place(
            String pointer,
            @Nullable String before,
            @Nullable String after) {}

    /** What of a message can be edited; before and after are the same. */
    static List<Place> of(JsonNode message) {
        var places = new ArrayList<Place>();
        for (var object : OBJECTS) {
            walk(message.path(object), "/" + object, places);
        }
        return places;
    }

    private static void walk(JsonNode node, String at, List<Place> places) {
        if (node.isObject()) {
            node.properties().forEach(field -> walk(field.getValue(), at + "/" + escaped(field.getKey()), places));
        } else if (node.isValueNode() && !node.isNull() && Edited.isAllowed(patch(at, node))) {
            places.add(new Place(at, node.asText(), node.asText()));
        }
    }

    /** Reads the fields of the form; a new value is of the kind that stands there. */
    static ObjectNode patch(Map<String, String> form, JsonNode message) {
        var patch = JsonNodeFactory.instance.objectNode();
        form.forEach((name, value) -> {
            if (name.startsWith(DROP)) {
                put(patch, name.substring(DROP.length()), JsonNodeFactory.instance.nullNode());
            } else if (name.startsWith(VALUE) && !value.isBlank()) {
                var pointer = name.substring(VALUE.length());
                put(patch, pointer, ofKind(message.at(compiled(pointer)), value.strip()));
            }
        });
        return patch;
    }

    /** What a patch changes, place by place. */
    static List<Place> changes(JsonNode patch, JsonNode message) {
        var places = new ArrayList<Place>();
        changes(patch, "", message, places);
        return places;
    }

    private static void changes(JsonNode patch, String at, JsonNode message, List<Place> places) {
        if (patch.isObject() && !patch.isEmpty()) {
            patch.properties()
                    .forEach(field -> changes(field.getValue(), at + "/" + escaped(field.getKey()), message, places));
        } else {
            var before = message.at(compiled(at));
            places.add(new Place(at, text(before), text(patch)));
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node.isValueNode() ? node.asText() : Json.text(node);
    }

    private static JsonNode ofKind(JsonNode before, String value) {
        try {
            return before.isNumber() || before.isBoolean()
                    ? Json.kept(value)
                    : JsonNodeFactory.instance.textNode(value);
        } catch (RuntimeException noNumber) {
            throw new Refusal(ProblemCode.REPAIR_PATCH);
        }
    }

    private static ObjectNode patch(String pointer, JsonNode value) {
        var patch = JsonNodeFactory.instance.objectNode();
        put(patch, pointer, value);
        return patch;
    }

    private static void put(ObjectNode patch, String pointer, JsonNode value) {
        var place = compiled(pointer);
        var within = patch;
        while (!place.tail().matches()) {
            within = within.withObjectProperty(place.getMatchingProperty());
            place = place.tail();
        }
        within.set(place.getMatchingProperty(), value);
    }

    private static JsonPointer compiled(String pointer) {
        try {
            return JsonPointer.compile(pointer);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ProblemCode.REPAIR_PATCH);
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
