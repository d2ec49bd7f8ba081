package vn.lienthong.hub.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One key of a card that differs between two editions.
 *
 * @param key JSON pointer into the card
 * @param before absent when the key is new
 * @param after absent when the key is gone
 */
public record KeyChange(
        String system,
        String key,
        @Nullable String before,
        @Nullable String after) {
    static List<KeyChange> between(EditionFiles before, EditionFiles after, List<Change> changes) {
        var keys = new ArrayList<KeyChange>();
        for (var change : changes) {
            if (CardTree.isCard(change.path())) {
                keys.addAll(between(
                        change.of(),
                        CardTree.leaves(CardTree.read(before.byPath().get(change.path()))),
                        CardTree.leaves(CardTree.read(after.byPath().get(change.path())))));
            }
        }
        return List.copyOf(keys);
    }

    private static List<KeyChange> between(String system, Map<String, String> old, Map<String, String> fresh) {
        var keys = new TreeSet<>(old.keySet());
        keys.addAll(fresh.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(old.get(key), fresh.get(key)))
                .map(key -> new KeyChange(system, key, shown(key, old.get(key)), shown(key, fresh.get(key))))
                .toList();
    }

    private static @Nullable String shown(String key, @Nullable String value) {
        return value != null && Credentials.isSecret(key, value) ? Credentials.HIDDEN : value;
    }
}
