package vn.lienthong.hub.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.YamlFile;
import vn.lienthong.hub.catalog.YamlSchema;

/** Whoever opens a file in an editor is helped by its schema, which the first line names. */
class EditorHelpTest {
    private static final Pattern FIRST_LINE = Pattern.compile("# yaml-language-server: \\$schema=(\\S+)");
    private static final String CAMEL = "https://raw.githubusercontent.com/apache/camel/";

    static Stream<Path> files() {
        return Stream.of("integration", "routes", "mappings")
                .flatMap(folder -> Copy.below(Path.of(folder)).stream())
                .filter(file -> file.toString().endsWith(".yaml"))
                .filter(file -> !file.toString().contains("/contract/")); // as their owners publish them
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void namesItsSchemaAndKeepsToIt(Path file) {
        var first = FIRST_LINE.matcher(Copy.text(file).lines().findFirst().orElse(""));
        assertThat(first.matches()).isTrue();
        if (first.group(1).startsWith(CAMEL)) {
            return; // held to it by the check
        }
        var schema = file.resolveSibling(first.group(1)).normalize();
        assertThat(Files.exists(schema)).as(schema.toString()).isTrue();

        var mistakes = new Mistakes();
        var language = YamlSchema.of("/schema/" + schema.getFileName());
        YamlFile.read(file, mistakes)
                .or(() -> YamlFile.readList(file, new Mistakes()))
                .ifPresent(yaml -> language.holds(yaml, mistakes));
        assertThat(mistakes.all().stream().filter(mistake -> !mistake.what().equals("must be a mapping")))
                .isEmpty();
    }
}
