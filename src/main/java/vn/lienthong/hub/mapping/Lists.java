package vn.lienthong.hub.mapping;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import vn.lienthong.hub.catalog.CodeList;
import vn.lienthong.hub.catalog.CodeLists;
import vn.lienthong.hub.catalog.MistakesFound;

/**
 * Code lists by the names that mappings give them: {@code status} is the file status.csv of the asking mapping's own
 * folder, {@code catalogue/units} a list that all share. Read once.
 */
final class Lists {
    private static final String SHARED = "catalogue/";
    private static final Pattern NAME = Pattern.compile("(" + SHARED + ")?[A-Za-z0-9-]+");

    private final CodeLists shared;
    private final Map<String, Codes> ofAll = new ConcurrentHashMap<>();
    private final Map<Path, Codes> ofOne = new ConcurrentHashMap<>();

    Lists(CodeLists shared) {
        this.shared = shared;
    }

    CodeLists shared() {
        return shared;
    }

    /** @throws FunctionFailed when there is no such list */
    Codes list(Path own, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new FunctionFailed("not a name of a list: " + name);
        }
        return name.startsWith(SHARED)
                ? ofAll.computeIfAbsent(name.substring(SHARED.length()), this::shared)
                : ofOne.computeIfAbsent(own.resolve(name + ".csv"), Lists::read);
    }

    private Codes shared(String name) {
        return new Codes(shared.find(name).orElseThrow(() -> new FunctionFailed("there is no list " + SHARED + name)));
    }

    private static Codes read(Path file) {
        if (!Files.exists(file)) {
            throw new FunctionFailed("there is no list " + CodeLists.name(file));
        }
        try {
            return new Codes(CodeList.read(file));
        } catch (MistakesFound e) {
            var first = e.found().getFirst();
            throw new FunctionFailed(
                    "the list %s is broken in line %d: %s".formatted(CodeLists.name(file), first.line(), first.what()));
        }
    }
}
