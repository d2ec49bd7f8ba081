package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.Place;
import vn.lienthong.hub.catalog.YamlFile;
import vn.lienthong.hub.connector.WalkedSteps.Step;

/** Where the steps of a file of routes stand, by the line that Camel knows them by. */
final class StepPlaces {
    private final Path file;
    private final Map<Known, Place> places = new HashMap<>();

    private record Known(int line, String kind) {}

    StepPlaces(Path file) {
        this.file = file;
        YamlFile.readList(file, new Mistakes()).ifPresent(yaml -> walk(yaml, yaml.tree(), ""));
    }

    private void walk(YamlFile yaml, JsonNode node, String pointer) {
        for (var field : node.properties()) {
            walk(yaml, field.getValue(), pointer + "/" + field.getKey());
            if (field.getKey().equals("steps")) {
                for (int i = 0; i < field.getValue().size(); i++) {
                    note(field.getValue().get(i), yaml.place(pointer + "/steps/" + i));
                }
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(yaml, node.get(i), pointer + "/" + i);
        }
    }

    private void note(JsonNode step, Place place) {
        step.properties()
                .forEach(kind -> places.put(
                        new Known(place.line() - (kind.getValue().isObject() ? 1 : 0), kind.getKey()), place));
    }

    Place of(Step step) {
        return places.getOrDefault(new Known(step.line(), step.kind()), new Place(file, step.line(), 1));
    }
}
