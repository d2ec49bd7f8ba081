package vn.lienthong.hub.catalog;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The procedures the hub knows. */
public final class Procedures {
    /** A province's own copy of a national procedure: {@code 2.000815.000.00.00.H24} or {@code 2.000815.H24}. */
    private static final Pattern LOCAL =
            Pattern.compile("(\\d\\.\\d{6})(?:\\.\\d{3}\\.\\d{2}\\.\\d{2})?\\.[A-Z]\\d{2}");

    private final Supplier<Map<String, Procedure>> byCode;

    /** @param byCode asked whenever a procedure is, so that it may be those of the live edition */
    Procedures(Supplier<Map<String, Procedure>> byCode) {
        this.byCode = byCode;
    }

    Map<String, Procedure> byCode() {
        return byCode.get();
    }

    /**
     * Reads a list of procedures.
     *
     * @throws MistakesFound with every mistake of the file
     */
    public static Procedures read(Path yaml) {
        var mistakes = new Mistakes();
        var procedures = new ProceduresFile(yaml, mistakes).read();
        mistakes.throwIfAny();
        var byCode = procedures.stream().collect(toUnmodifiableMap(Procedure::code, Function.identity()));
        return new Procedures(() -> byCode);
    }

    /** By the national code, or by a province's code for the same procedure. */
    public Optional<Procedure> find(String code) {
        var local = LOCAL.matcher(code);
        return Optional.ofNullable(byCode().get(local.matches() ? local.group(1) : code));
    }

    public Collection<Procedure> all() {
        return byCode().values();
    }
}
