package vn.lienthong.hub.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.connector.CardReading;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.mapping.Mappings;
import vn.lienthong.hub.mapping.Trees;
import vn.lienthong.hub.mapping.UnreadableBody;
import vn.lienthong.hub.mapping.Xml;

/** All golden examples of all packs. */
class GoldenExamplesTest {
    private static final Mappings MAPPINGS =
            new Mappings(Path.of("mappings"), InstantSource.fixed(Instant.parse("2025-08-12T09:30:00Z")));

    private static final Cards CARDS = Cards.load(Path.of("integration"), environment());

    /** Has a value for every credential that a card asks for. */
    private static ConfigurableEnvironment environment() {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addLast(new PropertySource<>("credentials", "sample") {
            @Override
            public Object getProperty(String name) {
                return name.matches("[A-Z][A-Z0-9_]*") ? getSource() : null;
            }
        });
        return environment;
    }

    static List<Example> examples() {
        return Example.all(Path.of("integration"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void mapsAsTheExampleSays(Example example) throws IOException {
        var bytes = Files.readAllBytes(example.in());
        if (example.isUnreadable()) {
            assertThatThrownBy(() -> Trees.read(bytes)).isInstanceOf(UnreadableBody.class);
            return;
        }
        var input = Trees.read(bytes);
        var result =
                MAPPINGS.mapping(example.system() + "/" + example.mapping()).apply(input, example.variables(input));
        if (example.isXml()) {
            assertThat(pretty(Xml.read(Xml.write(result))))
                    .isEqualTo(pretty(Xml.read(Files.readAllBytes(example.out()))));
        } else {
            assertThat(pretty(result)).isEqualTo(pretty(example.expected()));
        }
    }

    static List<Example> answers() throws IOException {
        var answers = new ArrayList<Example>();
        for (var example : examples()) {
            if (!example.isXml() && !example.isUnreadable() && example.outcome().isPresent()) {
                answers.add(example);
            }
        }
        return answers;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void isReadByTheCardAsTheExampleSays(Example example) throws IOException {
        var given = example.variables(NullNode.instance);
        var http = given.getOrDefault("http", NullNode.instance);
        var word = CardReading.word(
                CARDS.get(example.system()),
                example.expected(),
                http.isNull() ? null : http.asInt(),
                given.getOrDefault("headers", NullNode.instance).has("x-road-error"),
                example.isProbe());
        assertThat(word).isEqualTo(example.outcome().orElseThrow());
    }

    @Test
    void noMappingIsWithoutAnExample() {
        assertThat(examples().stream().map(example -> example.system() + "/" + example.mapping()))
                .containsAll(MAPPINGS.names());
    }

    /** Sorted keys and a line per value, so that a difference is seen at once. */
    private static String pretty(JsonNode tree) throws IOException {
        return new String(
                Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(Json.parse(Json.canonical(tree))),
                StandardCharsets.UTF_8);
    }
}
