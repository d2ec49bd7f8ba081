package vn.lienthong.hub.edition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a change of files means.
 *
 * @param of the system
 * @param is {@code added}, {@code changed} or {@code removed}
 * @param what in English, such as {@code operation order for result-signed}
 * @param whatVi the same in Vietnamese
 */
public record Effect(String of, String is, String what, String whatVi) {
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
    static List<Effect> named(String of, List<Part> old, List<Part> fresh) {
        var effects = new ArrayList<Effect>();
        old.stream().filter(part -> !fresh.contains(part)).forEach(part -> effects.add(part.effect(of, "removed")));
        fresh.stream().filter(part -> !old.contains(part)).forEach(part -> effects.add(part.effect(of, "added")));
        return effects;
    }

    /** A part of a system, in words of both languages. */
    record Part(String en, String vi) {
        Effect effect(String of, String is) {
            return new Effect(of, is, en, vi);
        }
    }

    private static List<Part> routes(JsonNode file) {
        return file.findValues("route").stream()
                .map(route -> route.path("id").asText())
                .map(id -> new Part("route " + id, "tuyến " + id))
                .toList();
    }
}
