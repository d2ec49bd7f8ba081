package vn.lienthong.hub.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.hub.json.Json;

/** What leaves on the stream keeps to its contract, which has no place for a name. */
class EventStreamContractTest {
    private static final Path CONTRACT = Path.of("integration/event-stream/contract");

    static List<Example> entries() {
        return Example.all(Path.of("integration")).stream()
                .filter(example -> example.mapping().equals("publish.request"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void publishesWhatTheContractSays(Example example) throws IOException {
        assertThat(schema("dossier-entry.schema.json").validate(example.expected()))
                .isEmpty();
        assertThat(example.expected().toString()).doesNotContain("Mẫu");
    }

    @Test
    void showsAReportThatKeepsToItsOwnSchema() throws IOException {
        var schema = Json.parse(Files.readAllBytes(CONTRACT.resolve("dossier-event.schema.json")));
        assertThat(schema("dossier-event.schema.json").validate(schema.at("/examples/0")))
                .isEmpty();
    }

    private static JsonSchema schema(String file) throws IOException {
        var tree = Json.parse(Files.readAllBytes(CONTRACT.resolve(file)));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(tree);
    }
}
