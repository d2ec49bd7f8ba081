package vn.lienthong.hub.journey;

import java.nio.file.Path;
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
        var systems = cards.all().stream().map(SystemCard::id).collect(Collectors.toUnmodifiableSet());
        var mistakes = new Mistakes();
        var byProcedure = JourneyFiles.read(routes.resolve("journeys"), systems, mistakes);
        mistakes.throwIfAny();
        return new Read(byProcedure, systems);
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
