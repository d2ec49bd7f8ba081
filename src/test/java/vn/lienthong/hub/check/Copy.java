package vn.lienthong.hub.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A copy of our own integration/, routes/ and mappings/, to break things in. */
record Copy(Path root) {
    static Copy copiedTo(Path root) {
        for (var folder : List.of("integration", "routes", "mappings")) {
            for (var file : below(Path.of(folder))) {
                write(root.resolve(file), bytes(file));
            }
        }
        return new Copy(root);
    }

    /** Nothing has been broken in it yet. */
    boolean isAsItWas(String file) {
        return text(root.resolve(file)).equals(text(Path.of(file)));
    }

    Path card(String system) {
        return root.resolve("integration").resolve(system).resolve("system.yaml");
    }

    Path pack(String system, String file) {
        return root.resolve("integration").resolve(system).resolve(file);
    }

    Path route(String system) {
        return root.resolve("routes").resolve(system + ".camel.yaml");
    }

    /** The first mapping of a system whose text has the pattern. */
    Optional<Path> mapping(String system, String pattern) {
        return below(root.resolve("mappings").resolve(system)).stream()
                .filter(file ->
                        file.toString().endsWith(".jslt") && !file.toString().endsWith(".module.jslt"))
                .filter(file -> Pattern.compile(pattern).matcher(text(file)).find())
                .findFirst();
    }

    /** Puts a text in place of the first match; nothing where there is no match. */
    Optional<Path> replace(Path file, String pattern, String text) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var found = Pattern.compile(pattern).matcher(text(file));
        if (!found.find()) {
            return Optional.empty();
        }
        write(file, found.replaceFirst(text).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Optional.of(file);
    }

    Optional<Path> append(Path file, String text) {
        return Files.exists(file) ? replace(file, "(?s)\\z", Matcher.quoteReplacement(text)) : Optional.empty();
    }

    Path create(Path file, String text) {
        write(file, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return file;
    }

    /** Whether there was something to delete. */
    boolean delete(Path path) {
        if (!Files.exists(path)) {
            return false;
        }
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        return new String(bytes(file), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file in a folder and below. */
    static List<Path> below(Path folder) {
        return Listing.of(folder).below(folder);
    }

    static List<Path> in(Path folder) {
        return Listing.of(folder).in(folder);
    }
}
