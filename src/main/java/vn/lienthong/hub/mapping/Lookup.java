package vn.lienthong.hub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** {@code lookup(table, key)} fails where the table has no such key; {@code lookup(table, key, default)} does not. */
final class Lookup {
    /** What an error text may quote: a code, never a name nor a citizen's number (9 or 12 digits). */
    private static final Pattern CODE = Pattern.compile("(?!\\d{9}$|\\d{12}$)[A-Za-z0-9._-]{1,16}");

    private final Tables tables;
    private final Path own;

    Lookup(Tables tables, Path own) {
        this.tables = tables;
        this.own = own;
    }

    MappingFunction function() {
        return new MappingFunction("lookup", 2, 3, this::call);
    }

    private JsonNode call(JsonNode... arguments) {
        var table = arguments[0].asText();
        var key = arguments[1];
        var found = key.isNull() ? null : tables.find(own, table, key.asText());
        if (found != null) {
            return found;
        }
        if (arguments.length == 3) {
            return arguments[2];
        }
        if (key.isNull()) {
            return NullNode.instance;
        }
        throw new FunctionFailed("the table %s has no entry%s".formatted(table, quoted(key.asText())), table);
    }

    private static String quoted(String key) {
        return CODE.matcher(key).matches() ? " " + key : "";
    }
}
