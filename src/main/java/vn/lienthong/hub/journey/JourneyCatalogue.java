package vn.lienthong.hub.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.SystemCard;

/** The journeys of the folder {@code journeys} beside the routes. */
final class JourneyCatalogue {
    private final Supplier<Read> read;

    /** @param read asked whenever a journey is, so that it may be those of the live edition */
    JourneyCatalogue(Supplier<Read> read) {
        this.read = read;
    }

    /** The journeys of one edition, and the systems there are in it. */
    record Read(Map<String, Journey> byProcedure, Set<String> systems) {}

    /** @throws vn.lienthong.hub.catalog.MistakesFound with every mistake of the files */
    static Read read(Cards cards, Path routes) {
        var read = new Read(
                new HashMap<>(), cards.all().stream().map(SystemCard::id).collect(Collectors.toUnmodifiableSet()));
        var folder = routes.resolve("journeys");
        if (Files.isDirectory(folder)) {
            var mistakes = new Mistakes();
            read(folder, read, mistakes);
            mistakes.throwIfAny();
        }
        return read;
    }

    private static void read(Path folder, Read read, Mistakes mistakes) {
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                JourneyFile.read(file, Files.readString(file), read.systems, mistakes)
                        .ifPresent(journey -> journey.procedures().forEach(procedure -> {
                            if (read.byProcedure.put(procedure, journey) != null) {
                                mistakes.add(file, 1, "'%s' is of two journeys".formatted(procedure));
                            }
                        }));
            }
        } catch (IOException e) {
            mistakes.add(folder, 1, "cannot be read: " + e);
        }
    }

    Optional<Journey> of(String procedure) {
        return Optional.ofNullable(read.get().byProcedure.get(procedure));
    }

    /** As a dossier began on it, which may be no longer what the file says. */
    Journey pinned(String text) {
        var mistakes = new Mistakes();
        var journey = JourneyFile.read(Path.of("pinned"), text, read.get().systems, mistakes);
        return journey.orElseThrow(() -> new IllegalStateException("a pinned journey cannot be read"));
    }
}
