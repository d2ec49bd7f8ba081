package vn.lienthong.hub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.CodeLists;
import vn.lienthong.hub.catalog.UnitChanges;

/**
 * Codes to what they mean on a day, and back. What has no entry fails, unless a last argument says what it is then; no
 * code in, no code out.
 */
final class CodeFunctions {
    /** What an error text may quote: a code, never a name nor a citizen's number (9 or 12 digits). */
    private static final Pattern CODE = Pattern.compile("(?!\\d{9}$|\\d{12}$)[A-Za-z0-9._-]{1,16}");

    private final Lists lists;
    private final Path own;
    private final Map<String, Codes> named = new ConcurrentHashMap<>();

    /** @param own the folder of the mapping that asks */
    CodeFunctions(Lists lists, Path own) {
        this.lists = lists;
        this.own = own;
    }

    List<MappingFunction> all() {
        return List.of(
                new MappingFunction("lookup", 3, 4, this::lookup),
                new MappingFunction("code-of", 4, 5, this::codeOf),
                new MappingFunction("unit-on", 3, 3, this::unitOn));
    }

    /** List, code, day. */
    private JsonNode lookup(JsonNode... arguments) {
        var otherwise = arguments.length == 4 ? arguments[3] : null;
        if (arguments[1].isNull()) {
            return otherwise == null ? NullNode.instance : otherwise;
        }
        var name = arguments[0].asText();
        var day = OfficeDay.of(arguments[2]);
        var found = list(name).at(arguments[1].asText(), day);
        return found == null ? orElse(otherwise, name, arguments[1], day) : found;
    }

    /** List, column, value, day. */
    private JsonNode codeOf(JsonNode... arguments) {
        var otherwise = arguments.length == 5 ? arguments[4] : null;
        if (arguments[2].isNull()) {
            return otherwise == null ? NullNode.instance : otherwise;
        }
        var name = arguments[0].asText();
        var day = OfficeDay.of(arguments[3]);
        var found = list(name).codesWith(arguments[1].asText(), arguments[2].asText(), day);
        if (found.size() > 1) {
            throw new FunctionFailed(
                    "the list %s has several codes for%s on %s".formatted(name, quoted(arguments[2].asText()), day));
        }
        return found.isEmpty() ? orElse(otherwise, name, arguments[2], day) : TextNode.valueOf(found.getFirst());
    }

    /** Commune, the day that its code was written on, the day of whose units it is wanted. */
    private JsonNode unitOn(JsonNode... arguments) {
        if (arguments[0].isNull()) {
            return NullNode.instance;
        }
        var written = OfficeDay.of(arguments[1]);
        var day = OfficeDay.of(arguments[2]);
        var code = arguments[0].asText();
        unit(code, written);
        return switch (lists.shared().unitChanges().between(code, OfficeDay.date(written), OfficeDay.date(day))) {
            case UnitChanges.Unchanged same -> unit(code, day);
            case UnitChanges.Into into -> unit(into.change().commune(), day);
            case UnitChanges.Split split -> throw new FunctionFailed(split.question());
        };
    }

    private JsonNode unit(String code, String day) {
        var units = "catalogue/" + CodeLists.UNITS;
        var found = list(units).at(code, day);
        return found == null ? orElse(null, units, TextNode.valueOf(code), day) : found;
    }

    private Codes list(String name) {
        var known = named.get(name);
        return known != null ? known : named.computeIfAbsent(name, unknown -> lists.list(own, unknown));
    }

    private static JsonNode orElse(@Nullable JsonNode otherwise, String name, JsonNode code, String day) {
        if (otherwise == null) {
            throw new FunctionFailed("the list %s has no%s on %s".formatted(name, quoted(code.asText()), day), name);
        }
        return otherwise;
    }

    private static String quoted(String code) {
        return CODE.matcher(code).matches() ? " " + code : " such code";
    }
}
