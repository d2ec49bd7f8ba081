package vn.lienthong.hub.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.SystemCard;

/** The journeys of the folder {@code journeys} beside the routes; the hub does not start on a bad one. */
@Component
class JourneyCatalogue {
    private final Map<String, Journey> byProcedure = new HashMap<>();
    private final Set<String> systems;

    JourneyCatalogue(Cards cards, @Value("${hub.routes:${hub.home:.}/routes}") Path routes) {
        this.systems = cards.all().stream().map(SystemCard::id).collect(Collectors.toUnmodifiableSet());
        var folder = routes.resolve("journeys");
        if (Files.isDirectory(folder)) {
            var mistakes = new Mistakes();
            read(folder, mistakes);
            mistakes.throwIfAny();
        }
    }

    private void read(Path folder, Mistakes mistakes) {
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                JourneyFile.read(file, Files.readString(file), systems, mistakes)
                        .ifPresent(journey -> journey.procedures().forEach(procedure -> {
                            if (byProcedure.put(procedure, journey) != null) {
                                mistakes.add(file, 1, "'%s' is of two journeys".formatted(procedure));
                            }
                        }));
            }
        } catch (IOException e) {
            mistakes.add(folder, 1, "cannot be read: " + e);
        }
    }

    Optional<Journey> of(String procedure) {
        return Optional.ofNullable(byProcedure.get(procedure));
    }

    /** As a dossier began on it, which may be no longer what the file says. */
    Journey pinned(String text) {
        var mistakes = new Mistakes();
        var journey = JourneyFile.read(Path.of("pinned"), text, systems, mistakes);
        return journey.orElseThrow(() -> new IllegalStateException("a pinned journey cannot be read"));
    }
}
