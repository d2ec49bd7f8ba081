package vn.lienthong.hub.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.Mistake;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.catalog.YamlFile;

/** The folder of journeys. */
public final class JourneyFiles {
    private static final String STARTED = "part-started";
    private static final String UNDONE = "part-undone";

    private JourneyFiles() {}

    /** By procedure; a folder that is not there has none. */
    static Map<String, Journey> read(Path folder, Set<String> systems, Mistakes mistakes) {
        var byProcedure = new HashMap<String, Journey>();
        for (var file : files(folder, mistakes)) {
            read(file, systems, byProcedure, mistakes);
        }
        return byProcedure;
    }

    private static void read(Path file, Set<String> systems, Map<String, Journey> byProcedure, Mistakes mistakes) {
        try {
            JourneyFile.read(file, Files.readString(file), systems, mistakes)
                    .ifPresent(journey -> journey.procedures().forEach(procedure -> {
                        if (byProcedure.put(procedure, journey) != null) {
                            mistakes.add(file, 1, "'%s' is of two journeys".formatted(procedure));
                        }
                    }));
        } catch (IOException e) {
            mistakes.add(file, 1, "cannot be read: " + e);
        }
    }

    private static List<Path> files(Path folder, Mistakes mistakes) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            mistakes.add(folder, 1, "cannot be read: " + e);
            return List.of();
        }
    }

    /**
     * Notes what is wrong with journeys that nobody runs, also beside the cards of the systems that they order.
     *
     * @param systems that there are, whether their cards are sound or not
     */
    public static void inspect(Path folder, Cards cards, Set<String> systems, Mistakes mistakes) {
        read(folder, systems, mistakes);
        for (var file : files(folder, new Mistakes())) {
            YamlFile.read(file, new Mistakes()).ifPresent(yaml -> inspectOrders(yaml, cards, mistakes));
        }
    }

    /** An order is an entry; a system that does not receive it would never know. */
    private static void inspectOrders(YamlFile yaml, Cards cards, Mistakes mistakes) {
        var parts = yaml.tree().path("parts");
        for (int i = 0; i < parts.size(); i++) {
            var pointer = "/parts/" + i;
            var part = parts.get(i);
            var card = cards.find(part.path("system").asText());
            if (card.isPresent()) {
                require(yaml, pointer + "/system", card.get(), STARTED, mistakes);
                if (part.path("undo").asText().equals("order")) {
                    require(yaml, pointer + "/undo", card.get(), UNDONE, mistakes);
                }
            }
        }
    }

    private static void require(YamlFile yaml, String pointer, SystemCard card, String entry, Mistakes mistakes) {
        if (card.receives().stream().noneMatch(rule -> rule.entries().contains(entry))) {
            yaml.mistake(
                    Mistake.Kind.RULE,
                    pointer,
                    card.id(),
                    "the card of %s does not receive %s".formatted(card.id(), entry),
                    mistakes);
        }
    }
}
