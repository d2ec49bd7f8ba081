package vn.lienthong.hub.mapping;

import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import com.schibsted.spt.data.jslt.filters.JsonFilter;
import com.schibsted.spt.data.jslt.impl.BuiltinFunctions;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.lienthong.hub.catalog.CodeLists;

/** Compiles JSLT files below one folder, with the functions and variables that they may use. */
public final class MappingCompiler {
    private static final Pattern PARSED = Pattern.compile("line (\\d+), column (\\d+)");
    private static final JsonFilter KEEPS_EMPTY = value -> !value.isNull();

    private final Path root;
    private final Lists lists;
    private final Dialect dialect;
    private final List<MappingFunction> functions = new ArrayList<>();

    /**
     * @param root the folder that file names in errors are relative to
     * @param shared the code lists of {@code catalogue/}
     */
    public MappingCompiler(Path root, CodeLists shared, Dialect dialect, InstantSource clock) {
        this.root = root;
        this.lists = new Lists(shared);
        this.dialect = dialect;
        functions.addAll(TextFunctions.all());
        functions.addAll(new TimeFunctions(clock).all());
        functions.addAll(dialect.functions());
    }

    /** @throws MappingBroken with every problem that was found */
    public Mapping compile(Path file) {
        var name = root.relativize(file).toString().replace('\\', '/');
        var source = read(file, name);
        try {
            var tokens = new Tokens(name, source);
            var parser = new Parser(new StringReader(source))
                    .withSource(name)
                    .withFunctions(functions(file))
                    .withResourceResolver(module -> new StringReader(module(file, module, tokens)));
            var expression = (dialect.keepsEmpty() ? parser.withObjectFilter(KEEPS_EMPTY) : parser).compile();
            refuse(tokens.problems(dialect.variables(), list -> lists.list(folder(file), list)));
            return new Mapping(name, expression, tokens.variables(), dialect.quotes());
        } catch (JsltException e) {
            throw new MappingBroken(problem(name, e));
        } catch (NullPointerException | StackOverflowError e) { // what JSLT makes of a module without a word in it
            throw new MappingBroken(
                    new MappingBroken.Problem(name, 0, 0, "cannot be compiled, or imports what cannot"));
        }
    }

    /** Those of JSLT, of the house and of the dialect. */
    Set<String> functionNames() {
        var names = new TreeSet<>(BuiltinFunctions.functions.keySet());
        functions(root.resolve("any")).forEach(function -> names.add(function.getName()));
        return names;
    }

    private List<Function> functions(Path file) {
        var all = new ArrayList<Function>(functions);
        all.addAll(new CodeFunctions(lists, folder(file)).all());
        return all;
    }

    private String module(Path file, String module, Tokens tokens) {
        var own = folder(file).resolve(module).normalize();
        var found = Files.exists(own) ? own : root.resolve(module).normalize();
        if (!found.startsWith(root.normalize()) || !Files.exists(found)) {
            throw new MappingBroken(tokens.problem(module, "there is no module " + module));
        }
        var name = root.relativize(found).toString().replace('\\', '/');
        var source = read(found, module);
        refuse(new Tokens(name, source).listProblems(list -> lists.list(folder(file), list)));
        return source;
    }

    private static Path folder(Path file) {
        return java.util.Objects.requireNonNull(file.getParent());
    }

    private static String read(Path file, String name) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new MappingBroken("there is no mapping " + name);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static void refuse(List<MappingBroken.Problem> problems) {
        if (!problems.isEmpty()) {
            throw new MappingBroken(problems);
        }
    }

    private static MappingBroken.Problem problem(String name, JsltException e) {
        var parsed = PARSED.matcher(firstLine(e)); // what cannot be parsed tells its place in words only
        if (parsed.find()) {
            return new MappingBroken.Problem(
                    name, Integer.parseInt(parsed.group(1)), Integer.parseInt(parsed.group(2)), firstLine(e));
        }
        return e.getLine() > 0
                ? new MappingBroken.Problem(
                        e.getSource() == null ? name : e.getSource(), e.getLine(), e.getColumn(), firstLine(e))
                : new MappingBroken.Problem(name, 0, 0, firstLine(e));
    }

    private static String firstLine(JsltException e) {
        return e.getMessageWithoutLocation().lines().findFirst().orElse("cannot be compiled");
    }
}
