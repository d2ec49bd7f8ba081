package vn.lienthong.hub.edition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a change of files means.
 *
 * @param of the system
 * @param is {@code added}, {@code changed} or {@code removed}
 * @param what such as {@code operation order for result-signed}
 */
public record Effect(String of, String is, String what) {
    private static final String ROUTES = ".camel.yaml";

    static List<Effect> between(EditionFiles before, EditionFiles after, List<Change> changes) {
        var effects = new ArrayList<Effect>();
        for (var change : changes) {
            if (CardTree.isCard(change.path()) || change.path().endsWith(ROUTES)) {
                var old = CardTree.read(before.byPath().get(change.path()));
                var fresh = CardTree.read(after.byPath().get(change.path()));
                effects.addAll(
                        change.path().endsWith(ROUTES)
                                ? named(change.of(), routes(old), routes(fresh))
                                : CardEffects.of(change, old, fresh));
            }
        }
        return List.copyOf(effects);
    }

    /** What only one side has. */
    static List<Effect> named(String of, List<String> old, List<String> fresh) {
        var effects = new ArrayList<Effect>();
        old.stream()
                .filter(part -> !fresh.contains(part))
                .forEach(part -> effects.add(new Effect(of, "removed", part)));
        fresh.stream().filter(part -> !old.contains(part)).forEach(part -> effects.add(new Effect(of, "added", part)));
        return effects;
    }

    private static List<String> routes(JsonNode file) {
        return file.findValues("route").stream()
                .map(route -> "route " + route.path("id").asText())
                .toList();
    }
}
