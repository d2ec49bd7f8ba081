package vn.lienthong.hub.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import vn.lienthong.hub.catalog.CodeLists;

/**
 * The folder {@code mappings/}: one folder per system, plus {@code catalogue/} for what they share. Files are read once;
 * changed files are seen by a new instance.
 */
public final class Mappings {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+/[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");
    private static final String SUFFIX = ".jslt";

    private final Path folder;
    private final MappingCompiler compiler;
    private final Map<String, Mapping> compiled = new ConcurrentHashMap<>();

    /** @param shared the code lists of {@code catalogue/} */
    public Mappings(Path folder, CodeLists shared, InstantSource clock) {
        this(folder, new MappingCompiler(folder, shared, Dialect.MAPPING, clock));
    }

    private Mappings(Path folder, MappingCompiler compiler) {
        this.folder = folder;
        this.compiler = compiler;
    }

    /** To run golden examples by: an error says what of the example it is about. */
    public static Mappings ofExamples(Path folder, CodeLists shared, InstantSource clock) {
        return new Mappings(folder, new MappingCompiler(folder, shared, Dialect.EXAMPLES, clock));
    }

    /**
     * @param name {@code <system>/<operation>.<direction>}, such as {@code population/verify.request}
     * @throws MappingBroken when there is no such file, or it cannot work
     */
    public Mapping mapping(String name) {
        var known = compiled.get(name);
        return known != null ? known : compiled.computeIfAbsent(name, this::compile);
    }

    private Mapping compile(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new MappingBroken("not a name of a mapping, such as system/operation.request");
        }
        return compiler.compile(folder.resolve(name + SUFFIX));
    }

    /** The names of all functions that mappings may call. */
    public Set<String> functions() {
        return compiler.functionNames();
    }

    /** Compiles every file and tells all that is wrong, file by file; empty when all is well. */
    public List<String> problems() {
        var problems = new ArrayList<String>();
        for (var name : names()) {
            try {
                mapping(name);
            } catch (MappingBroken e) {
                problems.addAll(e.problems());
            }
        }
        return problems;
    }

    /** The names of all mappings, sorted. A module ({@code *.module.jslt}) is not one. */
    public List<String> names() {
        try (var files = Files.walk(folder, 2)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX) && !isModule(file))
                    .map(this::name)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A module only declares functions that mappings import. */
    private static boolean isModule(Path file) {
        return file.toString().endsWith(".module" + SUFFIX);
    }

    private String name(Path file) {
        var name = folder.relativize(file).toString().replace('\\', '/');
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
