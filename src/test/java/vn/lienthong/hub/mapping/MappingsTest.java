package vn.lienthong.hub.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.catalog.CodeLists;
import vn.lienthong.hub.json.Json;

class MappingsTest {
    @TempDir
    Path folder;

    @Test
    void seesTheVariablesAndTakesAnAbsentOneForNull() throws IOException {
        write("demo/a.request.jslt", "{\"url\": $url, \"session\": $session, \"name\": .name}");

        var mapped = mappings()
                .mapping("demo/a.request")
                .apply(tree("{\"name\":\"x\"}"), Map.of("url", TextNode.valueOf("u")));

        assertThat(mapped.toString()).isEqualTo("{\"url\":\"u\",\"name\":\"x\"}");
    }

    @Test
    void seesVariablesInsideFunctionsAndLoops() throws IOException {
        write("demo/a.jslt", """
                def shout(text) $text + $url
                let all = .items
                {"all": [for ($all) shout(.) + $url]}
                """);

        var mapped = mappings()
                .mapping("demo/a")
                .apply(tree("{\"items\":[\"a\",\"b\"]}"), Map.of("url", TextNode.valueOf("!")));

        assertThat(mapped.toString()).isEqualTo("{\"all\":[\"a!!\",\"b!!\"]}");
    }

    @Test
    void findsNothingWrongWithTheDemoPack() {
        var mappings = new Mappings(Path.of("src/test/resources/packs/demo/mappings"), lists(), InstantSource.system());

        assertThat(mappings.problems()).isEmpty();
        assertThat(mappings.mapping("demo/register.request")
                        .apply(tree("{\"kind\":\"birth\",\"entry\":{\"id\":\"e1\"}}"), Map.of())
                        .toString())
                .isEqualTo("{\"paper\":{\"id\":\"e1\",\"kind\":\"birth\"}}");
    }

    @Test
    void dropsNullsAndWhatIsEmpty() throws IOException {
        write("demo/a.jslt", "{\"a\": null, \"b\": {}, \"c\": [], \"d\": \"\"}");

        assertThat(mappings().mapping("demo/a").apply(tree("1"), Map.of()).toString())
                .isEqualTo("{\"d\":\"\"}");
    }

    @Test
    void keepsWhatIsEmptyInADialectThatDoes() throws IOException {
        write("demo/a.jslt", "{\"a\": null, \"b\": {}, \"c\": [], \"d\": more()}");
        var more = new MappingFunction("more", 0, 0, none -> TextNode.valueOf("m"));
        var dialect = new Dialect(Set.of(), List.of(more), true, false);

        var mapping = new MappingCompiler(folder, lists(), dialect, InstantSource.system())
                .compile(folder.resolve("demo/a.jslt"));

        assertThat(mapping.apply(tree("1"), Map.of()).toString()).isEqualTo("{\"b\":{},\"c\":[],\"d\":\"m\"}");
    }

    @Test
    void quotesTheContentOfExamplesAndOfNobodyElse() throws IOException {
        write("demo/a.jslt", "format-time(.at, \"dd/MM/yyyy\")");
        var input = tree("{\"at\": \"2025-08-12\"}");
        var examples = Mappings.ofExamples(folder, lists(), InstantSource.system());

        assertThatThrownBy(() -> mappings().mapping("demo/a").apply(input, Map.of()))
                .hasMessageContaining("cannot be translated")
                .hasMessageNotContaining("2025");
        assertThatThrownBy(() -> examples.mapping("demo/a").apply(input, Map.of()))
                .hasMessageContaining("2025-08-12");
    }

    @Test
    void compilesOnce() throws IOException {
        write("demo/a.jslt", "1");
        var mappings = mappings();

        assertThat(mappings.mapping("demo/a")).isSameAs(mappings.mapping("demo/a"));
    }

    @Test
    void importsModulesOfItsOwnFolderAndOfOthers() throws IOException {
        write("demo/own.module.jslt", "def twice(x) $x + $x");
        write("catalogue/shared.module.jslt", "def thrice(x) $x + $x + $x");
        write("demo/a.jslt", """
                import "own.module.jslt" as own
                import "catalogue/shared.module.jslt" as shared
                own:twice(.) + shared:thrice(.)
                """);

        assertThat(mappings().mapping("demo/a").apply(tree("\"x\""), Map.of()).asText())
                .isEqualTo("xxxxx");
        assertThat(mappings().names()).containsExactly("demo/a");
        assertThat(mappings().problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            {"a": .b,}}                     → demo/a.jslt:1: Parse error
            {"a": unheard(.b)}              → demo/a.jslt:1: No such function: 'unheard'
            {"a": lookup("x")}              → demo/a.jslt:1: Function 'lookup' needs 3-4 arguments
            {tên: .b}                       → demo/a.jslt:1: a character that JSLT does not know
            {"a": $mesage.entry}            → demo/a.jslt:1: nothing gives the variable $mesage
            {"a": lookup("none", .b, $now)} → demo/a.jslt:1: there is no list none
            {"a": lookup("catalogue/none", .b, $now)} → demo/a.jslt:1: there is no list catalogue/none
            {"a": code-of("none", "x", .b, $now)} → demo/a.jslt:1: there is no list none
            {"a": lookup("../../x", .b, $now)} → demo/a.jslt:1: not a name of a list: ../../x
            {"a": lookup("broken", .b, $now)} → demo/a.jslt:1: the list broken is broken in line 3: 1 means something else during the same time
            import "none.jslt" as n n:f(.)  → demo/a.jslt:1: there is no module none.jslt
            import "../../x.jslt" as n n:f(.) → demo/a.jslt:1: there is no module ../../x.jslt
            """)
    void namesFileAndLineOfWhatIsBroken(String source, String message) throws IOException {
        write("demo/broken.csv", "code,value\n1,one\n1,two\n");
        write("demo/a.jslt", source);

        assertThatThrownBy(() -> mappings().mapping("demo/a"))
                .isInstanceOf(MappingBroken.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void namesTheLine() throws IOException {
        write("demo/a.jslt", "{\n  \"a\": 1,\n  \"b\": $unknown\n}");

        assertThatThrownBy(() -> mappings().mapping("demo/a"))
                .hasMessage("demo/a.jslt:3: nothing gives the variable $unknown");
    }

    @Test
    void tellsAllProblemsOfAllFiles() throws IOException {
        write("demo/a.jslt", "{\"a\": $one, \"b\": $two}");
        write("demo/b.jslt", "{{");
        write("other/c.jslt", "unheard(.)");
        write("other/good.jslt", "1");

        assertThat(mappings().problems())
                .hasSize(4)
                .anyMatch(problem -> problem.equals("demo/a.jslt:1: nothing gives the variable $one"))
                .anyMatch(problem -> problem.equals("demo/a.jslt:1: nothing gives the variable $two"))
                .anyMatch(problem -> problem.startsWith("demo/b.jslt:1: "))
                .anyMatch(problem -> problem.startsWith("other/c.jslt:1: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo/none", "none/a.request"})
    void saysThatThereIsNoSuchMapping(String name) {
        assertThatThrownBy(() -> mappings().mapping(name))
                .isInstanceOf(MappingBroken.class)
                .hasMessage("there is no mapping " + name + ".jslt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "../secret/a", "demo/../a", "demo/a/b", "/etc/passwd", "demo/..", "demo/.a"})
    void refusesANameThatLeavesTheFolder(String name) {
        assertThatThrownBy(() -> mappings().mapping(name))
                .isInstanceOf(MappingBroken.class)
                .hasMessageStartingWith("not a name of a mapping");
    }

    private Mappings mappings() {
        return new Mappings(folder, lists(), InstantSource.system());
    }

    private CodeLists lists() {
        return CodeLists.read(folder.resolve("catalogue"));
    }

    private static JsonNode tree(String json) {
        return Json.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String file, String content) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
