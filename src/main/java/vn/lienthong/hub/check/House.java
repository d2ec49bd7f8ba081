package vn.lienthong.hub.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.CodeLists;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.live.Tree;
import vn.lienthong.hub.mapping.Mappings;
import vn.lienthong.hub.pack.Example;

/**
 * What all inspections look at.
 *
 * @param systems that have a card, sound or not
 * @param cards the sound ones
 */
record House(
        Tree tree,
        Set<String> systems,
        Cards cards,
        CodeLists lists,
        Mappings mappings,
        Set<String> mappingNames,
        List<RouteFile> routes,
        Map<String, RouteFile> routeIds) {
    /** What the name of a list begins with that is of all. */
    static final String SHARED = "catalogue/";

    static House of(Tree tree, Findings findings) {
        var mistakes = new Mistakes();
        var cards = Cards.asWritten(tree.integration(), mistakes);
        var routes = RouteFile.all(tree, mistakes);
        var lists = CodeLists.read(tree.catalogue(), mistakes);
        findings.add(mistakes);
        var mappings = Mappings.ofExamples(tree.mappings(), lists, InstantSource.fixed(Example.AT));
        return new House(
                tree,
                systems(tree.integration()),
                cards,
                lists,
                mappings,
                new TreeSet<>(mappings.names()),
                routes,
                routes.stream()
                        .flatMap(file -> file.ids().stream().map(id -> Map.entry(id, file)))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first)));
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

    private static Set<String> systems(Path integration) {
        return list(integration).stream()
                .filter(pack -> Files.exists(pack.resolve("system.yaml")))
                .map(pack -> pack.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What lies directly in a folder, sorted; nothing where there is no such folder. */
    static List<Path> list(Path folder) {
        return files(folder, 1);
    }

    /** Every file lies in a folder here. */
    static Path folder(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    /** Every file in a folder and below. */
    static List<Path> files(Path folder) {
        return files(folder, Integer.MAX_VALUE).stream()
                .filter(Files::isRegularFile)
                .toList();
    }

    private static List<Path> files(Path folder, int depth) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> !file.equals(folder)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
