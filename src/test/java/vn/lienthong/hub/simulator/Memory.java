package vn.lienthong.hub.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.mapping.MappingFunction;

/** What a simulated system has stored: records by table and key, and counters. Records keep the order they came in. */
final class Memory {
    private final Map<String, Map<String, JsonNode>> tables = new LinkedHashMap<>();
    private final Map<String, Long> counters = new LinkedHashMap<>();
    private final Journal journal = new Journal();
    private final Signing signing = new Signing();

    /** What scripts can read. */
    List<MappingFunction> functions() {
        return List.of(
                new MappingFunction("stored", 2, 2, at -> stored(at[0].asText(), at[1].asText())),
                new MappingFunction("stored-all", 1, 1, at -> all(at[0].asText())),
                new MappingFunction("s256", 1, 1, at -> TextNode.valueOf(Signing.s256(at[0].asText()))),
                new MappingFunction("signed-jwt", 2, 2, at -> TextNode.valueOf(signing.jwt(at[0], at[1].asText()))),
                new MappingFunction("public-keys", 0, 0, at -> signing.publicKeys()),
                new MappingFunction("counter", 1, 1, at -> LongNode.valueOf(count(at[0].asText()))));
    }

    /** From now on, and with what was kept before. */
    synchronized void keep(Path file) {
        journal.open(file, this::apply);
    }

    /** Nobody else reads or writes between the asking and the effects of its answer. */
    synchronized JsonNode exchange(Supplier<JsonNode> asking) {
        var answer = asking.get();
        apply(answer);
        if (answer instanceof ObjectNode object) {
            journal.append(object.deepCopy().retain("put", "remove", "count"));
        }
        return answer;
    }

    private void apply(JsonNode effects) {
        effects.path("put")
                .properties()
                .forEach(table -> table.getValue()
                        .properties()
                        .forEach(row -> table(table.getKey()).put(row.getKey(), row.getValue())));
        effects.path("remove")
                .properties()
                .forEach(table ->
                        table.getValue().forEach(key -> table(table.getKey()).remove(key.asText())));
        effects.path("count")
                .properties()
                .forEach(counter ->
                        counters.merge(counter.getKey(), counter.getValue().asLong(), Long::sum));
    }

    private Map<String, JsonNode> table(String name) {
        return tables.computeIfAbsent(name, none -> new LinkedHashMap<>());
    }

    private synchronized JsonNode stored(String table, String key) {
        return tables.getOrDefault(table, Map.of()).getOrDefault(key, NullNode.instance);
    }

    private synchronized ArrayNode all(String table) {
        return Json.MAPPER
                .createArrayNode()
                .addAll(tables.getOrDefault(table, Map.of()).values());
    }

    synchronized long count(String counter) {
        return counters.getOrDefault(counter, 0L);
    }

    /** A copy. */
    synchronized ObjectNode rows(String table) {
        var rows = Json.MAPPER.createObjectNode();
        tables.getOrDefault(table, Map.of()).forEach((key, row) -> rows.set(key, row.deepCopy()));
        return rows;
    }

    void put(String table, String key, JsonNode row) {
        var effects = Json.MAPPER.createObjectNode();
        effects.putObject("put").putObject(table).set(key, row.deepCopy());
        exchange(() -> effects);
    }

    void remove(String table, String key) {
        var effects = Json.MAPPER.createObjectNode();
        effects.putObject("remove").putArray(table).add(key);
        exchange(() -> effects);
    }

    synchronized void clear() {
        tables.clear();
        counters.clear();
        journal.clear();
    }
}
