package vn.lienthong.hub.catalog;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import vn.lienthong.hub.json.Json;

/**
 * Where something stands.
 *
 * @param line counted from 1
 * @param column counted from 1
 */
public record Place(Path file, int line, int column) {

    /** Of a file as a whole. */
    public static Place start(Path file) {
        return new Place(file, 1, 1);
    }

    /** Of the value at a JSON pointer into a JSON file, or of the last one above it. */
    public static Place inJson(Path file, String pointer) {
        var place = start(file);
        try (var parser = Json.MAPPER.createParser(file.toFile())) {
            int deepest = -1;
            while (parser.nextToken() != null) {
                var at = pointer(parser);
                if (at.length() > deepest && (pointer + "/").startsWith(at + "/")) {
                    deepest = at.length();
                    var location = parser.currentTokenLocation();
                    place = new Place(file, location.getLineNr(), location.getColumnNr());
                }
            }
        } catch (IOException e) {
            return place; // told where the file is read
        }
        return place;
    }

    private static String pointer(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    /** As editors and build logs know it. */
    @Override
    public String toString() {
        return "%s:%d:%d".formatted(file, line, column);
    }
}
