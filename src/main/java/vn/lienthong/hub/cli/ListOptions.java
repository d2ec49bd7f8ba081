package vn.lienthong.hub.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;
import vn.lienthong.hub.catalog.CodeList;

/** Where the code lists lie. */
final class ListOptions {
    private static final String CSV = ".csv";

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder with mappings/catalogue; else HUB_HOME, else the current one.")
    Path home = Path.of("");

    @Option(names = "--json", description = "Write JSON instead of text.")
    boolean json;

    /** The units, and every list of the folder, by name. */
    Map<String, Path> files() {
        var files = new TreeMap<String, Path>();
        var units = catalogue().resolve("units" + CSV);
        if (Files.exists(units)) {
            files.put("units", units);
        }
        var folder = catalogue().resolve("lists");
        if (Files.isDirectory(folder)) {
            try (var lists = Files.list(folder)) {
                lists.filter(file -> file.toString().endsWith(CSV))
                        .forEach(file -> files.put(file.getFileName().toString().replace(CSV, ""), file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
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
