package vn.lienthong.hub.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Card values that this installation sets otherwise: {@code HUB_SYSTEMS_<ID>_URL} or {@code hub.systems.<id>.url}, and
 * so for every leaf of a card ({@code …_LIMITS_TIMEOUT}; the group may be left out: {@code …_TIMEOUT}). Words of a name
 * may be set apart or not: {@code …_MAX_WAIT}, {@code …_MAXWAIT}.
 */
final class Overrides {
    private static final String PREFIX = "HUB_SYSTEMS_";
    /** Where a name without its group is looked for first. */
    private static final List<String> USUAL_GROUPS = List.of("limits", "session", "credentials", "settings", "breaker");

    private final Map<String, Override> byKey;
    private final Collection<String> systems;

    private Overrides(Map<String, Override> byKey, Collection<String> systems) {
        this.byKey = byKey;
        this.systems = systems;
    }

    private record Override(String name, String value) {}

    /** @param systems the ids there are; one may be the beginning of another */
    static Overrides of(ConfigurableEnvironment environment, Collection<String> systems) {
        var byKey = new TreeMap<String, Override>();
        for (var source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> named) {
                for (var name : named.getPropertyNames()) {
                    if (key(name).startsWith(PREFIX)) {
                        // what outranks the others comes first
                        byKey.putIfAbsent(key(name), new Override(name, String.valueOf(environment.getProperty(name))));
                    }
                }
            }
        }
        return new Overrides(byKey, systems);
    }

    /**
     * Changes the card in place.
     *
     * @return the names that say something of this system, but nothing that its card has
     */
    List<String> apply(String id, ObjectNode card) {
        var unknown = new ArrayList<String>();
        byKey.forEach((key, override) -> {
            if (isOf(id, key) && !set(card, joined(key.substring(prefix(id).length())), override.value)) {
                unknown.add(override.name);
            }
        });
        return unknown;
    }

    private boolean isOf(String id, String key) {
        return key.startsWith(prefix(id))
                && systems.stream().noneMatch(other -> other.length() > id.length() && key.startsWith(prefix(other)));
    }

    private static boolean set(ObjectNode card, String path, String value) {
        return groups(card)
                .anyMatch(group -> set(group, group.isEmpty() ? card : (ObjectNode) card.get(group), path, value));
    }

    private static Stream<String> groups(ObjectNode card) {
        var all = card.propertyStream()
                .filter(field -> field.getValue().isObject())
                .map(Map.Entry::getKey)
                .toList();
        return Stream.of(Stream.of(""), USUAL_GROUPS.stream().filter(all::contains), all.stream())
                .flatMap(groups -> groups);
    }

    private static boolean set(String group, ObjectNode holder, String path, String value) {
        for (var field : List.copyOf(holder.properties())) {
            var name = joined(key(field.getKey()));
            if (field.getValue().isValueNode() && (name.equals(path) || (joined(key(group)) + name).equals(path))) {
                holder.set(field.getKey(), like(field.getValue(), value));
                return true;
            }
        }
        return false;
    }

    private static JsonNode like(JsonNode old, String value) {
        var nodes = JsonNodeFactory.instance;
        if (old.isNumber() && value.matches("\\d+(\\.\\d+)?")) {
            return nodes.numberNode(new BigDecimal(value));
        }
        return old.isBoolean() && value.matches("true|false")
                ? nodes.booleanNode(Boolean.parseBoolean(value))
                : nodes.textNode(value);
    }

    private static String prefix(String id) {
        return PREFIX + key(id) + "_";
    }

    private static String key(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static String joined(String key) {
        return key.replace("_", "");
    }
}
