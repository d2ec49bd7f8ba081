package vn.lienthong.hub.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Card values that this installation sets otherwise: {@code HUB_SYSTEMS_<ID>_URL} or {@code hub.systems.<id>.url}, and
 * so for every leaf of a card ({@code …_LIMITS_TIMEOUT}; the group may be left out: {@code …_TIMEOUT}).
 */
final class Overrides {
    private static final String PREFIX = "HUB_SYSTEMS_";
    private static final List<String> GROUPS =
            List.of("", "limits", "session", "credentials", "settings", "breaker", "payment", "subscribers");

    private final Map<String, String> values;

    private Overrides(Map<String, String> values) {
        this.values = values;
    }

    static Overrides of(ConfigurableEnvironment environment) {
        var values = new TreeMap<String, String>();
        for (var source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> named) {
                for (var name : named.getPropertyNames()) {
                    var key = normal(name);
                    if (key.startsWith(PREFIX)) {
                        values.put(key, String.valueOf(environment.getProperty(name)));
                    }
                }
            }
        }
        return new Overrides(values);
    }

    /** Changes the card in place. */
    void apply(String id, ObjectNode card) {
        var prefix = PREFIX + normal(id) + "_";
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                set(card, key.substring(prefix.length()), value);
            }
        });
    }

    private static void set(ObjectNode card, String path, String value) {
        for (var group : GROUPS) {
            var holder = group.isEmpty() ? card : card.path(group);
            if (holder instanceof ObjectNode object) {
                for (var field : List.copyOf(object.properties())) {
                    if (matches(group, field.getKey(), path)) {
                        object.set(field.getKey(), like(field.getValue(), value));
                        return;
                    }
                }
            }
        }
    }

    private static boolean matches(String group, String field, String path) {
        return normal(field).equals(path) || normal(group + "_" + field).equals(path);
    }

    private static JsonNode like(JsonNode old, String value) {
        return old.isNumber() && value.matches("\\d+(\\.\\d+)?")
                ? JsonNodeFactory.instance.numberNode(new java.math.BigDecimal(value))
                : JsonNodeFactory.instance.textNode(value);
    }

    private static String normal(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
