package vn.lienthong.hub.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import vn.lienthong.hub.live.Tree;

/** What lies in the folders of a house, looked at once: many inspections ask for the same folders. */
final class Listing {
    private final Map<Path, List<Path>> inFolder;

    private Listing(Map<Path, List<Path>> inFolder) {
        this.inFolder = inFolder;
    }

    static Listing of(Tree tree) {
        return of(tree.integration(), tree.routes(), tree.mappings());
    }

    /** @param folders of which one need not be there */
    static Listing of(Path... folders) {
        var inFolder = new HashMap<Path, List<Path>>();
        for (var folder : folders) {
            walk(folder, inFolder);
        }
        inFolder.values().forEach(list -> list.sort(null));
        return new Listing(inFolder);
    }

    private static void walk(Path root, Map<Path, List<Path>> inFolder) {
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    if (!folder.equals(root)) {
                        note(folder);
                    }
                    inFolder.put(folder, new ArrayList<>());
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() || Files.isRegularFile(file)) {
                        note(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                /** A file may be taken away while it is looked for. */
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (e instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw e;
                }

                private void note(Path path) {
                    Objects.requireNonNull(inFolder.get(path.getParent())).add(path);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lies directly in a folder, sorted; nothing where there is no such folder. */
    List<Path> in(Path folder) {
        return inFolder.getOrDefault(folder, List.of());
    }

    boolean isFolder(Path path) {
        return inFolder.containsKey(path);
    }

    /** Every file in a folder and below. */
    List<Path> below(Path folder) {
        return in(folder).stream().flatMap(this::files).toList();
    }

    private Stream<Path> files(Path path) {
        return isFolder(path) ? in(path).stream().flatMap(this::files) : Stream.of(path);
    }
}
