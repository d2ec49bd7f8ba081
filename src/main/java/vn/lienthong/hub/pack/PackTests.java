package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.YamlFile;
import vn.lienthong.hub.catalog.YamlSchema;
import vn.lienthong.hub.json.Json;

/** Reads {@code tests.yaml} of a pack. */
public final class PackTests {
    /** Lies beside the card. */
    public static final String FILE = "tests.yaml";

    private static final YamlSchema SCHEMA = YamlSchema.of("/schema/tests.schema.json");

    private final Path pack;
    private final YamlFile yaml;
    private final Mistakes mistakes;

    private PackTests(Path pack, YamlFile yaml, Mistakes mistakes) {
        this.pack = pack;
        this.yaml = yaml;
        this.mistakes = mistakes;
    }

    /**
     * Every case of a pack, with the messages that it names.
     *
     * @param pack the folder of the system
     * @throws vn.lienthong.hub.catalog.MistakesFound with every mistake of the file, by line
     */
    public static List<PackTest> of(Path pack) {
        var mistakes = new Mistakes();
        var tests = YamlFile.readList(pack.resolve(FILE), mistakes)
                .map(yaml -> of(pack, yaml, mistakes))
                .orElse(List.of());
        mistakes.throwIfAny();
        return tests;
    }

    /** @param yaml the file of them, read before */
    public static List<PackTest> of(Path pack, YamlFile yaml, Mistakes mistakes) {
        return new PackTests(pack, yaml, mistakes).all();
    }

    private List<PackTest> all() {
        var sound = SCHEMA.holds(yaml, mistakes);
        var tests = new ArrayList<PackTest>();
        for (int i = 0; sound && i < yaml.tree().size(); i++) {
            tests.add(test(yaml.tree().get(i), "/" + i));
        }
        return tests;
    }

    private PackTest test(JsonNode test, String pointer) {
        var after = new ArrayList<PackCall>();
        for (int i = 0; i < test.path("after").size(); i++) {
            after.add(call(test.path("after").get(i), pointer + "/after/" + i));
        }
        return new PackTest(
                test.get("name").asText(),
                PackTest.Shows.valueOf(test.get("shows").asText().toUpperCase(Locale.ROOT)),
                yaml.place(pointer),
                call(test, pointer),
                after,
                fields(test.path("faults")),
                expected(test.get("expect")));
    }

    private PackCall call(JsonNode call, String pointer) {
        return new PackCall(
                call.get("call").asText(),
                text(call.path("operation")),
                message(call.path("message"), pointer + "/message"));
    }

    /** A text names a file of the pack. */
    private JsonNode message(JsonNode message, String pointer) {
        if (!message.isTextual()) {
            return message.isMissingNode() ? Json.MAPPER.createObjectNode() : message;
        }
        try {
            return Json.parse(Files.readAllBytes(pack.resolve(message.asText())));
        } catch (IOException e) {
            yaml.mistake(pointer, "the pack has no file " + message.asText(), mistakes);
        } catch (Json.UnreadableJson e) {
            yaml.mistake(pointer, message.asText() + ": " + e.getMessage(), mistakes);
        }
        return message;
    }

    private static Map<String, JsonNode> fields(JsonNode object) {
        var fields = new LinkedHashMap<String, JsonNode>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    private static Expected expected(JsonNode expect) {
        return new Expected(
                expect.get("outcome").asText(),
                text(expect.path("code")),
                text(expect.path("text")),
                expect.has("present") ? expect.get("present").asBoolean() : null,
                expect.get("answer"));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }
}
