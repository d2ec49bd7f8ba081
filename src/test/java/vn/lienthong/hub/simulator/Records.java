package vn.lienthong.hub.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.mapping.MappingFunction;

/** What a simulated system has from the beginning: JSON objects beside its scripts, {@code citizens.json} and the like. */
final class Records {
    private final Path folder;
    private final Map<String, JsonNode> read = new ConcurrentHashMap<>();

    Records(Path folder) {
        this.folder = folder;
    }

    /** {@code record(table, key)} fails where there is none; {@code record(table, key, default)} does not. */
    MappingFunction function() {
        return new MappingFunction("record", 2, 3, this::record);
    }

    private JsonNode record(JsonNode... arguments) {
        var table = arguments[0].asText();
        var found = read.computeIfAbsent(table, this::table).get(arguments[1].asText());
        if (found != null) {
            return found;
        }
        if (arguments.length == 3) {
            return arguments[2];
        }
        throw new IllegalStateException("no record %s in %s".formatted(arguments[1].asText(), table));
    }

    private JsonNode table(String name) {
        try {
            return Json.parse(Files.readAllBytes(folder.resolve(name + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
