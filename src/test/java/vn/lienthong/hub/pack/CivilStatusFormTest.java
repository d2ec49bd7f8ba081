package vn.lienthong.hub.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.json.Json;

/** The e-form that the mappings of the register understand is the one its schema describes. */
class CivilStatusFormTest {
    private static JsonNode file;
    private static JsonSchema schema;

    @BeforeAll
    static void read() throws IOException {
        file = Json.parse(Files.readAllBytes(Path.of("mappings/civil-status/form.schema.json")));
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(file);
    }

    @Test
    void holdsItsOwnExamples() {
        assertThat(file.path("examples"))
                .hasSize(3)
                .allSatisfy(form -> assertThat(schema.validate(form)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "birth",
                "marriage",
                "death-with-a-year-of-birth-and-an-old-identity-card",
                "marital-status",
                "copies-of-an-entry"
            })
    void holdsTheFormsOfTheExamples(String example) throws IOException {
        assertThat(schema.validate(form(example))).isEmpty();
    }

    @Test
    void hasNoRoomForThirteenDigits() throws IOException {
        assertThat(schema.validate(form("thirteen-digit-number-goes-as-it-is"))).hasSize(1);
    }

    private static JsonNode form(String example) throws IOException {
        var message = Path.of("integration/civil-status/examples/register.request", example + ".in.json");
        return Json.parse(Files.readAllBytes(message)).at("/dossier/form");
    }
}
