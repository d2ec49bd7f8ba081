package vn.lienthong.hub.check;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.catalog.YamlFile;

/** Sound cards, beside each other and beside their routes. */
final class CardInspection implements Inspection {
    private final House house;

    CardInspection(House house) {
        this.house = house;
    }

    @Override
    public void inspect(Findings findings) {
        var written = house.cardFiles(); // also those that are not sound: their addresses are taken, too
        var atAddress = new TreeMap<String, List<String>>();
        written.forEach((system, yaml) -> address(yaml)
                .ifPresent(address -> atAddress
                        .computeIfAbsent(address, one -> new ArrayList<>())
                        .add(system)));
        atAddress.forEach((address, systems) -> inspectAddress(address, systems, written, findings));
        for (var card : house.cards().all()) {
            inspectRoutes(card, Objects.requireNonNull(written.get(card.id())), findings);
        }
    }

    private static void inspectAddress(
            String address, List<String> systems, Map<String, YamlFile> written, Findings findings) {
        for (var system : systems) {
            var yaml = Objects.requireNonNull(written.get(system));
            systems.stream()
                    .filter(other -> !other.equals(system))
                    .forEach(other -> findings.add(yaml.place("/url"), Rule.CARD_ADDRESS, address, other));
        }
    }

    /** Host and port; several systems may lie behind one host without a port of their own, as behind a gateway. */
    private static Optional<String> address(YamlFile card) {
        try {
            var uri = URI.create(card.tree().path("url").asText());
            return uri.getPort() < 0 ? Optional.empty() : Optional.of(uri.getHost() + ":" + uri.getPort());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void inspectRoutes(SystemCard card, YamlFile yaml, Findings findings) {
        var file = house.routes().stream()
                .filter(routes -> routes.system().equals(card.id()))
                .findFirst();
        Set<String> known = file.map(routes -> Set.copyOf(routes.ids())).orElse(Set.of());
        var verbs = known.stream().map(id -> id.substring(id.indexOf('.') + 1)).collect(Collectors.toSet());
        for (var need : Needs.of(card)) {
            var id = card.id() + "." + need.verb();
            if (!known.contains(id)) {
                findings.addMisnamed(yaml.place(need.pointer()), need.verb(), verbs, Rule.ROUTE_MISSING, id);
            }
        }
    }
}
