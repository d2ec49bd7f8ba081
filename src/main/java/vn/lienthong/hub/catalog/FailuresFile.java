package vn.lienthong.hub.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import vn.lienthong.hub.catalog.KnownFailures.Known;

/** Reads what is known of the failures of one system. */
final class FailuresFile {
    private static final YamlSchema SCHEMA = YamlSchema.of("/schema/failures.schema.json");

    private FailuresFile() {}

    static List<Known> read(String name, Path file, Mistakes mistakes) {
        return YamlFile.read(file, mistakes)
                .filter(yaml -> isSound(yaml, mistakes))
                .map(yaml -> list(yaml.tree().path("failures")).stream()
                        .map(failure -> known(name, failure))
                        .toList())
                .orElse(List.of());
    }

    private static boolean isSound(YamlFile yaml, Mistakes mistakes) {
        return SCHEMA.holds(yaml, mistakes) && namesAreOwn(yaml, mistakes);
    }

    private static boolean namesAreOwn(YamlFile yaml, Mistakes mistakes) {
        var seen = new HashSet<String>();
        var failures = yaml.tree().path("failures");
        var sound = true;
        for (var i = 0; i < failures.size(); i++) {
            if (!seen.add(failures.get(i).path("id").asText())) {
                yaml.mistake("/failures/" + i + "/id", "stands here twice", mistakes);
                sound = false;
            }
        }
        return sound;
    }

    private static Known known(String name, JsonNode failure) {
        return new Known(
                Set.copyOf(texts(failure.path("code"))),
                texts(failure.path("text")).stream().map(KnownFailures::folded).toList(),
                new Advice(
                        name + "/" + failure.get("id").asText(),
                        failure.get("means").asText(),
                        Advice.Turn.of(failure.get("turn").asText()),
                        failure.get("todo").asText()));
    }

    private static List<String> texts(JsonNode array) {
        return list(array).stream().map(JsonNode::asText).toList();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
