package vn.lienthong.hub.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vn.lienthong.hub.catalog.Place;
import vn.lienthong.hub.json.Json;

/** JSON files. */
final class JsonFile {
    private JsonFile() {}

    /** What stands in it, or nothing but a finding. */
    static Optional<JsonNode> read(Path file, Findings findings) {
        try {
            return Optional.of(Json.parse(Files.readAllBytes(file)));
        } catch (Json.UnreadableJson e) {
            findings.add(place(file, e), Rule.FILE_SYNTAX, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            findings.add(file, Rule.FILE_UNREADABLE, e.getClass().getSimpleName());
        }
        return Optional.empty();
    }

    private static Place place(Path file, Json.UnreadableJson e) {
        return e.getCause() instanceof JsonProcessingException broken && broken.getLocation() != null
                ? new Place(
                        file,
                        Math.max(1, broken.getLocation().getLineNr()),
                        Math.max(1, broken.getLocation().getColumnNr()))
                : new Place(file, 1, 1);
    }
}
