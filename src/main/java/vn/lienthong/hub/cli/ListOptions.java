package vn.lienthong.hub.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;
import vn.lienthong.hub.catalog.CodeList;
import vn.lienthong.hub.catalog.CodeLists;

/** Where the code lists lie. */
final class ListOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder with mappings/catalogue; else HUB_HOME, else the current one.")
    Path home = Path.of("");

    @Option(names = "--json", description = "Write JSON instead of text.")
    boolean json;

    /** Those of the catalogue by their names, those of the systems as {@code system/name}. */
    Map<String, Path> files() {
        var files = new TreeMap<>(CodeLists.files(catalogue()));
        for (var system : systems()) {
            CodeLists.in(system).forEach(file -> files.put(system.getFileName() + "/" + CodeLists.name(file), file));
        }
        return files;
    }

    private List<Path> systems() {
        var mappings = home.resolve("mappings");
        if (!Files.isDirectory(mappings)) {
            return List.of();
        }
        try (var folders = Files.list(mappings)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.equals(catalogue()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path catalogue() {
        return home.resolve("mappings/catalogue");
    }

    /** A line that people read: the columns that say something, without the days. */
    static String said(CodeList.Meaning meaning) {
        return meaning.cells().entrySet().stream()
                .filter(cell ->
                        !cell.getKey().startsWith("valid_") && !cell.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .map(cell -> cell.getKey() + "=" + cell.getValue())
                .collect(java.util.stream.Collectors.joining(", "));
    }
}
