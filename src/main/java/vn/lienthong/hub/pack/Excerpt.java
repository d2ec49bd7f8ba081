package vn.lienthong.hub.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import vn.lienthong.hub.live.Tree;
import vn.lienthong.hub.live.Unsound;

/** The cards, contracts and routes of some systems as if there were no others, in a folder that is gone when it is closed. */
final class Excerpt implements AutoCloseable {
    private final Path home;
    private final Tree of;

    private Excerpt(Path home, Tree of) {
        this.home = home;
        this.of = of;
    }

    static Excerpt of(Tree tree, Collection<String> systems) throws IOException {
        var excerpt = new Excerpt(Files.createTempDirectory("hub-test"), tree);
        try {
            Files.createDirectories(excerpt.tree().integration());
            Files.createDirectories(excerpt.tree().routes());
            excerpt.copy(tree.routes(), excerpt.tree().routes(), "platforms");
            for (var system : systems) {
                excerpt.copy(tree.integration(), excerpt.tree().integration(), system + "/system.yaml");
                excerpt.copy(tree.integration(), excerpt.tree().integration(), system + "/contract");
                excerpt.copy(tree.routes(), excerpt.tree().routes(), system + ".camel.yaml");
            }
            return excerpt;
        } catch (IOException e) {
            excerpt.close();
            throw e;
        }
    }

    /** Mappings may be those of any system, so all of them are there. */
    Tree tree() {
        return new Tree(home.resolve("integration"), home.resolve("routes"), of.mappings(), of.catalogue());
    }

    /** A file or a folder with all that is in it, if there is one. */
    private void copy(Path from, Path to, String what) throws IOException {
        var begin = from.resolve(what);
        if (!Files.exists(begin)) {
            return;
        }
        for (var file : walk(begin)) {
            var copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            Files.copy(file, copy);
        }
    }

    private static List<Path> walk(Path begin) throws IOException {
        try (var files = Files.walk(begin)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** What is said of a copy is meant for the file itself. */
    RuntimeException unsound(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unsound unsound) {
                return new Unsound(unsound.mistakes().stream()
                        .map(mistake -> mistake.replace(
                                        tree().integration().toString(),
                                        of.integration().toString())
                                .replace(tree().routes().toString(), of.routes().toString()))
                        .toList());
            }
        }
        return failure;
    }

    /** Closed twice it is closed. */
    @Override
    public void close() {
        if (!Files.exists(home)) {
            return;
        }
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
