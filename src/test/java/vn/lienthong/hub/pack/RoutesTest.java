package vn.lienthong.hub.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.lienthong.hub.catalog.CodeLists;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.mapping.Mappings;

/** The routes of all packs, read as files. */
class RoutesTest {
    private static final String SUFFIX = ".camel.yaml";
    private static JsonSchema dsl;

    @BeforeAll
    static void readTheSchemaOfCamel() throws IOException {
        try (var stream = RoutesTest.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            dsl = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(stream);
        }
    }

    static List<Path> files() {
        try (var files = Files.walk(Path.of("routes"))) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void areWrittenInTheLanguageOfCamel(Path file) throws IOException {
        assertThat(dsl.validate(tree(file))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void areNamedAfterTheirSystemAndSayWhatTheyDo(Path file) throws IOException {
        var system = file.getFileName().toString().replace(SUFFIX, "");
        var isPlatform = file.getParent().endsWith("platforms");
        assertThat(isPlatform || Files.exists(Path.of("integration", system, "system.yaml")))
                .isTrue();
        for (var item : tree(file)) {
            var route = item.path("route");
            assertThat(route.path("id").asText())
                    .matches((isPlatform ? "platform\\." : "") + system + "\\.[a-z]+(-[a-z]+)*");
            assertThat(route.path("description").asText()).isNotBlank();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void callNoMappingThatIsNotThere(Path file) throws IOException {
        var mappings = new Mappings(
                Path.of("mappings"), CodeLists.read(Path.of("mappings/catalogue")), InstantSource.system());
        var called = texts(tree(file))
                .filter(text -> text.startsWith("map:") && !text.contains("${"))
                .map(text -> text.replaceFirst("map:", "").replaceFirst("\\?.*", ""));
        assertThat(mappings.names()).containsAll(called.toList());
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isTextual() ? Stream.of(node.asText()) : node.valueStream().flatMap(RoutesTest::texts);
    }

    private static JsonNode tree(Path file) throws IOException {
        try (var text = Files.newBufferedReader(file)) {
            return Json.MAPPER.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(text));
        }
    }
}
