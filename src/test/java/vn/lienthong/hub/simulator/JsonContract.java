package vn.lienthong.hub.simulator;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.lienthong.hub.json.Json;

/** A JSON Schema. */
final class JsonContract implements Contract {
    private final JsonSchema schema;

    private JsonContract(JsonSchema schema) {
        this.schema = schema;
    }

    static JsonContract of(Path file, String name) {
        var fragment = name.contains("#") ? name.substring(name.indexOf('#')) : "";
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of(file.toUri() + fragment));
        schema.initializeValidators();
        return new JsonContract(schema);
    }

    @Override
    public Optional<String> violation(byte[] body) {
        try {
            var violations = schema.validate(Json.parse(body));
            return violations.isEmpty()
                    ? Optional.empty()
                    : Optional.of(violations.stream()
                            .map(ValidationMessage::getMessage)
                            .sorted()
                            .collect(Collectors.joining("; ")));
        } catch (Json.UnreadableJson e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
