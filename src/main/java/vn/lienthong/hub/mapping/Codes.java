package vn.lienthong.hub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.CodeList;

/** A code list made ready for being asked for every message: values are trees, and days compare as their texts do. */
final class Codes {
    private static final String VALUE = "value";
    private static final Set<String> DAYS = Set.of("valid_from", "valid_to");

    private final Map<String, List<Held>> byCode = new HashMap<>();
    private final Map<String, Map<String, List<Held>>> byColumn = new ConcurrentHashMap<>();

    /** What a code means while it does. */
    private record Held(
            String code,
            Map<String, String> cells,
            JsonNode value,
            @Nullable String from,
            @Nullable String to) {
        boolean on(String day) {
            return (from == null || from.compareTo(day) <= 0) && (to == null || to.compareTo(day) >= 0);
        }
    }

    Codes(CodeList list) {
        list.meanings()
                .forEach(meaning -> byCode.computeIfAbsent(meaning.code(), code -> new ArrayList<>())
                        .add(held(meaning)));
    }

    private static Held held(CodeList.Meaning meaning) {
        return new Held(
                meaning.code(), meaning.cells(), value(meaning.cells()), text(meaning.from()), text(meaning.to()));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** The cell of {@code value}, where the list has it, else all that are filled in. */
    private static JsonNode value(Map<String, String> cells) {
        var value = cells.get(VALUE);
        if (value != null) {
            return TextNode.valueOf(value);
        }
        var object = JsonNodeFactory.instance.objectNode();
        cells.entrySet().stream()
                .filter(cell ->
                        !DAYS.contains(cell.getKey()) && !cell.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .forEach(cell -> object.put(cell.getKey(), cell.getValue()));
        return object;
    }

    /** What the code means on that day; null: nothing. */
    @Nullable
    JsonNode at(String code, String day) {
        for (var held : byCode.getOrDefault(code, List.of())) {
            if (held.on(day)) {
                return held.value;
            }
        }
        return null;
    }

    /** The codes that have the value in a column on that day. */
    List<String> codesWith(String column, String value, String day) {
        return byColumn.computeIfAbsent(column, this::by).getOrDefault(value, List.of()).stream()
                .filter(held -> held.on(day))
                .map(Held::code)
                .toList();
    }

    private Map<String, List<Held>> by(String column) {
        var byCell = new HashMap<String, List<Held>>();
        byCode.values()
                .forEach(meanings -> meanings.forEach(
                        held -> byCell.computeIfAbsent(held.cells.getOrDefault(column, ""), cell -> new ArrayList<>())
                                .add(held)));
        return byCell;
    }
}
