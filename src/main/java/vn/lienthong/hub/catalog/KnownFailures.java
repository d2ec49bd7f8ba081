package vn.lienthong.hub.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Failures that are understood. What a system's own file says comes before what holds for every system. */
public final class KnownFailures {
    private static final String EVERY_SYSTEM = "hub";
    private static final String YAML = ".yaml";

    private final Supplier<Map<String, List<Known>>> bySystem;

    /** @param bySystem asked whenever a failure is, so that it may be those of the live edition */
    KnownFailures(Supplier<Map<String, List<Known>>> bySystem) {
        this.bySystem = bySystem;
    }

    Map<String, List<Known>> bySystem() {
        return bySystem.get();
    }

    /**
     * One failure, and how it is known.
     *
     * @param codes the system's own; empty: any
     * @param pieces of its words, folded, one of which is contained; empty: any
     */
    record Known(Set<String> codes, List<String> pieces, Advice advice) {
        boolean isIt(@Nullable String code, String words) {
            return (codes.isEmpty() || code != null && codes.contains(code))
                    && (pieces.isEmpty() || pieces.stream().anyMatch(words::contains));
        }
    }

    /**
     * Reads a folder: {@code hub.yaml} for every system, {@code <system>.yaml} for one. A missing folder knows nothing.
     *
     * @throws MistakesFound with every mistake of every file
     */
    public static KnownFailures read(Path folder) {
        var mistakes = new Mistakes();
        var known = new TreeMap<String, List<Known>>();
        for (var file : files(folder)) {
            var name = file.getFileName().toString().replace(YAML, "");
            known.put(name, FailuresFile.read(name, file, mistakes));
        }
        mistakes.throwIfAny();
        return new KnownFailures(() -> known);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(YAML)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What to say of a failure; nothing where it is not known.
     *
     * @param code as the outcome has it: of the system, or {@code hub.…}
     * @param text the system's words, whole or as the wording that failures of one cause have in common
     */
    public Optional<Advice> on(String system, @Nullable String code, @Nullable String text) {
        var words = text == null ? "" : folded(text);
        return Stream.of(system, EVERY_SYSTEM)
                .flatMap(name -> bySystem().getOrDefault(name, List.of()).stream())
                .filter(known -> known.isIt(code, words))
                .map(Known::advice)
                .findFirst();
    }

    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
