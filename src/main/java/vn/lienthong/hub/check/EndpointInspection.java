package vn.lienthong.hub.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.lienthong.hub.catalog.Place;
import vn.lienthong.hub.connector.Components;
import vn.lienthong.hub.connector.RouteLanguage;

/** What a route calls: component, options, the mapping or the route of that name. */
final class EndpointInspection {
    private static final Pattern URI = Pattern.compile("([a-z][a-z0-9+-]*):(?://)?([^?]*)(?:\\?(.*))?", Pattern.DOTALL);
    /** An unknown option of HTTP is a part of the query; only one that nearly is an option is told. */
    private static final int LIKELY = 6;

    private static final String FILE = "file:";
    private static final String OPERATION = "${header.operation}";

    private final House house;
    private final RouteLanguage language;
    private final Components components = new Components();

    EndpointInspection(House house, RouteLanguage language) {
        this.house = house;
        this.language = language;
    }

    void undefined(Place place, String name, Findings findings) {
        var dot = name.indexOf('.');
        var system = dot < 0 ? name : name.substring(0, dot);
        var isSound = house.cards().find(system).isPresent();
        if (isSound || !house.systems().contains(system)) {
            findings.addMisnamed(place, name, known(name), Rule.ROUTE_PLACEHOLDER, name);
        }
    }

    private Set<String> known(String name) {
        var known = new TreeSet<String>();
        for (var card : house.cards().all()) {
            for (var word : List.of("url", "http", "cxf", "out", "in", "timeout")) {
                known.add(card.id() + "." + word);
            }
            card.settings().fieldNames().forEachRemaining(setting -> known.add(card.id() + "." + setting));
        }
        known.remove(name);
        return known;
    }

    void inspect(RouteFile file, String pointer, String written, Findings findings) {
        var uri = URI.matcher(language.filled(written));
        if (!uri.matches()) {
            return; // its component is known only when it runs, or it is told as a placeholder
        }
        var place = file.yaml().place(pointer);
        var component = uri.group(1);
        if (!components.all().contains(component)) {
            findings.addMisnamed(place, component, components.all(), Rule.ROUTE_COMPONENT, component);
            return;
        }
        switch (component) {
            case "map" -> inspectMapping(file, place, uri.group(2), findings);
            case "direct" -> inspectRoute(place, uri.group(2), findings);
            default -> {}
        }
        if (uri.group(3) != null) {
            Arrays.stream(uri.group(3).split("&"))
                    .forEach(option -> inspectOption(place, component, option.split("=", 2), findings));
        }
    }

    void inspectParameters(RouteFile file, String pointer, JsonNode node, Findings findings) {
        var uri = URI.matcher(language.filled(node.get("uri").asText()));
        if (uri.matches() && components.all().contains(uri.group(1))) {
            node.path("parameters")
                    .fieldNames()
                    .forEachRemaining(name -> inspectOption(
                            file.yaml().keyPlace(pointer + "/parameters/" + name),
                            uri.group(1),
                            new String[] {name},
                            findings));
        }
    }

    private void inspectOption(Place place, String component, String[] option, Findings findings) {
        var options = components.options(component);
        if (option.length == 2 && option[1].startsWith(FILE)) {
            inspectFile(place, option[1].substring(FILE.length()), findings);
        }
        if (options.isEmpty()
                || option[0].isBlank()
                || option[0].contains("{")
                || options.get().take(option[0])) {
            if (component.equals("map")
                    && option.length == 2
                    && !RouteLanguage.words(option[0]).contains(option[1])) {
                findings.addMisnamed(
                        place,
                        option[1],
                        RouteLanguage.words(option[0]),
                        Rule.VALUE_WRONG,
                        option[1],
                        option[0] + " is one of " + RouteLanguage.words(option[0]));
            }
        } else if (!options.get().lenient()) {
            findings.addMisnamed(place, option[0], options.get().names(), Rule.ROUTE_OPTION, component, option[0]);
        } else if (option[0].length() >= LIKELY
                && isLikely(option[0], options.get().names())) {
            findings.addMisnamed(place, option[0], options.get().names(), Rule.ROUTE_OPTION_LIKELY, option[0]);
        }
    }

    /** Such as a WSDL, which is read when the route starts. */
    private void inspectFile(Place place, String name, Findings findings) {
        var file = Path.of(name);
        if (!name.contains("{") && !Files.exists(file)) {
            var beside = house.listing().in(file.resolveSibling("")).stream()
                    .map(Path::toString)
                    .toList();
            findings.addMisnamed(place, name, beside, Rule.FILE_MISSING, name);
        }
    }

    private static boolean isLikely(String option, Set<String> names) {
        return names.stream().anyMatch(name -> Nearest.distance(name, option) <= 2);
    }

    private void inspectMapping(RouteFile file, Place place, String name, Findings findings) {
        if (name.contains(OPERATION)) {
            operations(file).stream()
                    .map(operation -> List.of(operation, name.replace(OPERATION, operation)))
                    .filter(pair -> !house.mappingNames().contains(pair.getLast()))
                    .forEach(pair -> findings.addMisnamed(
                            place,
                            pair.getLast(),
                            house.mappingNames(),
                            Rule.OPERATION_UNMAPPED,
                            pair.getFirst(),
                            pair.getLast()));
        } else if (!name.contains("${") && !house.mappingNames().contains(name)) {
            findings.addMisnamed(place, name, house.mappingNames(), Rule.MAPPING_UNKNOWN, name);
        }
    }

    private List<String> operations(RouteFile file) {
        return house.cards().find(file.system()).stream()
                .flatMap(card -> card.receives().stream())
                .map(rule -> rule.operation())
                .distinct()
                .toList();
    }

    private void inspectRoute(Place place, String id, Findings findings) {
        if (!id.contains("$") && !id.contains("{{") && !house.routeIds().containsKey(id)) {
            findings.addMisnamed(place, id, house.routeIds().keySet(), Rule.ROUTE_UNKNOWN, id);
        }
    }
}
