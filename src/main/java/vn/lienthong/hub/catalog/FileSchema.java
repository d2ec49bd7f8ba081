package vn.lienthong.hub.catalog;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The schemas of what an office writes, the same that editors complete by. */
final class FileSchema {
    private FileSchema() {}

    /** @param name of the file under {@code schema/}, before {@code .schema.json} */
    static JsonSchema named(String name) {
        try (var in = FileSchema.class.getResourceAsStream("/schema/" + name + ".schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(
                            Objects.requireNonNull(in),
                            SchemaValidatorsConfig.builder()
                                    .pathType(PathType.JSON_POINTER)
                                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
