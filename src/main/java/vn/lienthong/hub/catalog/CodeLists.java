package vn.lienthong.hub.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The code lists that all systems share: those of one edition. */
public final class CodeLists {
    public static final String UNITS = "units";
    private static final String CSV = ".csv";

    private final SortedMap<String, CodeList> byName;
    private final UnitChanges unitChanges;

    private CodeLists(SortedMap<String, CodeList> byName, UnitChanges unitChanges) {
        this.byName = Collections.unmodifiableSortedMap(byName);
        this.unitChanges = unitChanges;
    }

    /**
     * Reads those of a catalogue.
     *
     * @throws MistakesFound with every mistake of every list
     */
    public static CodeLists read(Path catalogue) {
        return read(catalogue, units(catalogue));
    }

    /** @param units of a province that keeps its own list of them */
    static CodeLists read(Path catalogue, Path units) {
        var mistakes = new Mistakes();
        var lists = read(catalogue, units, mistakes);
        mistakes.throwIfAny();
        return lists;
    }

    /** As far as they can be read; what is wrong is noted. */
    public static CodeLists read(Path catalogue, Mistakes mistakes) {
        return read(catalogue, units(catalogue), mistakes);
    }

    private static CodeLists read(Path catalogue, Path units, Mistakes mistakes) {
        var lists = new TreeMap<String, CodeList>();
        files(catalogue, units).forEach((name, file) -> lists.put(name, CodeList.read(file, mistakes)));
        return new CodeLists(lists, UnitChanges.read(catalogue.resolve("unit-changes.csv"), mistakes));
    }

    private static Path units(Path catalogue) {
        return catalogue.resolve(UNITS + CSV);
    }

    /** Where the lists of a catalogue lie. */
    public static SortedMap<String, Path> files(Path catalogue) {
        return files(catalogue, units(catalogue));
    }

    private static SortedMap<String, Path> files(Path catalogue, Path units) {
        var files = new TreeMap<String, Path>();
        in(catalogue.resolve("lists")).forEach(file -> files.put(name(file), file));
        if (Files.exists(units)) {
            files.put(UNITS, units);
        }
        return files;
    }

    /** The lists that lie directly in a folder; none where there is no such folder. */
    public static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(CSV)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the list of a file is called. */
    public static String name(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - CSV.length());
    }

    public Optional<CodeList> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public SortedMap<String, CodeList> all() {
        return byName;
    }

    public UnitChanges unitChanges() {
        return unitChanges;
    }
}
