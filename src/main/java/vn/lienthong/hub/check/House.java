package vn.lienthong.hub.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.CodeLists;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.YamlFile;
import vn.lienthong.hub.live.Tree;
import vn.lienthong.hub.mapping.Mappings;
import vn.lienthong.hub.pack.Example;

/**
 * What all inspections look at.
 *
 * @param systems that have a card, sound or not
 * @param cardFiles by system, of those that are YAML
 * @param cards the sound ones
 */
record House(
        Tree tree,
        Listing listing,
        Set<String> systems,
        Map<String, YamlFile> cardFiles,
        Cards cards,
        CodeLists lists,
        Mappings mappings,
        Set<String> mappingNames,
        List<RouteFile> routes,
        Map<String, RouteFile> routeIds) {
    /** What the name of a list begins with that is of all. */
    static final String SHARED = "catalogue/";

    static House of(Tree tree, Findings findings) {
        // none needs the other, and half of the time of each goes into what it is read with
        var listing = Listing.of(tree);
        var readLists = beside(findings, mistakes -> CodeLists.read(tree.catalogue(), mistakes));
        var readRoutes = beside(findings, mistakes -> RouteFile.all(listing.below(tree.routes()), mistakes));
        var mistakes = new Mistakes();
        var cardFiles = Cards.read(tree.integration(), mistakes);
        var cards = Cards.asWritten(cardFiles, mistakes);
        findings.add(mistakes);
        var routes = readRoutes.join();
        var lists = readLists.join();
        var mappings = Mappings.ofExamples(tree.mappings(), lists, InstantSource.fixed(Example.AT));
        return new House(
                tree,
                listing,
                systems(listing, tree.integration()),
                cardFiles.stream()
                        .collect(Collectors.toMap(
                                yaml -> folder(yaml.file()).getFileName().toString(), yaml -> yaml)),
                cards,
                lists,
                mappings,
                new TreeSet<>(mappings.names()),
                routes,
                routes.stream()
                        .flatMap(file -> file.ids().stream().map(id -> Map.entry(id, file)))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first)));
    }

    private static <T> ForkJoinTask<T> beside(Findings findings, Function<Mistakes, T> reader) {
        return ForkJoinTask.adapt(() -> {
                    var mistakes = new Mistakes();
                    var read = reader.apply(mistakes);
                    findings.add(mistakes);
                    return read;
                })
                .fork();
    }

    private static Set<String> systems(Listing listing, Path integration) {
        return listing.in(integration).stream()
                .filter(pack -> listing.in(pack).contains(pack.resolve("system.yaml")))
                .map(pack -> pack.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where the list lies that a mapping of a folder calls so. */
    Path list(Path folder, String name) {
        return name.startsWith(SHARED)
                ? CodeLists.files(tree.catalogue())
                        .getOrDefault(
                                name.substring(SHARED.length()),
                                tree.catalogue().resolve(name))
                : folder.resolve(name + ".csv");
    }

    Path card(String system) {
        return tree.integration().resolve(system).resolve("system.yaml");
    }

    /** The card of a system as it is written; nothing in it where it cannot be read. */
    JsonNode written(String system) {
        var yaml = cardFiles.get(system);
        return yaml == null ? MissingNode.getInstance() : yaml.tree();
    }

    /** Every file lies in a folder here. */
    static Path folder(Path file) {
        return Objects.requireNonNull(file.getParent());
    }
}
