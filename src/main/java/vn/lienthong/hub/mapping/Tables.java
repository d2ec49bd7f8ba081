package vn.lienthong.hub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;

/**
 * Code tables: {@code status} is the file status.json of the asking mapping's own folder, {@code catalogue/sex} the file
 * sex.json of the shared one. Read once.
 */
final class Tables {
    private static final Pattern NAME = Pattern.compile("([a-z0-9-]+/)?[A-Za-z0-9-]+");

    private final Path shared;
    private final Map<Path, JsonNode> read = new ConcurrentHashMap<>();

    Tables(Path shared) {
        this.shared = shared;
    }

    /** The entry, or null where the table has none. */
    @Nullable
    JsonNode find(Path own, String table, String key) {
        return table(own, table).get(key);
    }

    /** @throws FunctionFailed when there is no such table */
    JsonNode table(Path own, String table) {
        if (!NAME.matcher(table).matches()) {
            throw new FunctionFailed("not a name of a table: " + table);
        }
        var file = (table.contains("/") ? shared : own).resolve(table + ".json").normalize();
        return read.computeIfAbsent(file, Tables::parse);
    }

    private static JsonNode parse(Path file) {
        try {
            var table = Json.parse(Files.readAllBytes(file));
            if (!table.isObject()) {
                throw new FunctionFailed("the table %s is not an object".formatted(file.getFileName()));
            }
            return table;
        } catch (java.nio.file.NoSuchFileException e) {
            throw new FunctionFailed("there is no table " + file.getFileName());
        } catch (Json.UnreadableJson e) {
            throw new FunctionFailed("the table %s is %s".formatted(file.getFileName(), e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
