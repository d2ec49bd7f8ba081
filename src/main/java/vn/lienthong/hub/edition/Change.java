package vn.lienthong.hub.edition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One file that differs between two editions.
 *
 * @param of the system that the file is of, or {@code catalogue}, {@code journeys}, {@code platforms}
 * @param is {@code added}, {@code changed} or {@code removed}
 * @param diff what differs inside, where that was asked for
 */
public record Change(
        String path, String of, String is, @Nullable String diff) {
    private static final String ROUTES = ".camel.yaml";

    static List<Change> between(EditionFiles before, EditionFiles after) {
        var changes = new ArrayList<Change>();
        var paths = new TreeSet<>(before.byPath().keySet());
        paths.addAll(after.byPath().keySet());
        for (var path : paths) {
            var old = before.byPath().get(path);
            var fresh = after.byPath().get(path);
            if (!Arrays.equals(old, fresh)) {
                changes.add(new Change(
                        path, of(path), old == null ? "added" : fresh == null ? "removed" : "changed", null));
            }
        }
        return List.copyOf(changes);
    }

    /** One that was taken away needs no words about what stood in it. */
    Change told(TextDiff texts, EditionFiles before, EditionFiles after) {
        return is.equals("removed")
                ? this
                : new Change(
                        path,
                        of,
                        is,
                        texts.of(path, before.byPath().get(path), after.byPath().get(path)));
    }

    private static String of(String path) {
        var second = path.split("/", 3)[1];
        return second.endsWith(ROUTES) ? second.substring(0, second.length() - ROUTES.length()) : second;
    }
}
