package vn.lienthong.hub.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Keeps files in a folder of this machine, or one that all nodes share. */
final class DiskStorage implements Storage {
    private final Path folder;

    DiskStorage(Path folder) {
        this.folder = folder;
    }

    /** The bytes were forced to disk where they arrived; what remains is their name. */
    @Override
    public void put(String address, Path file) throws IOException {
        var target = folder.resolve(address);
        var parent = Objects.requireNonNull(target.getParent());
        createFolders(parent);
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        force(parent);
    }

    /** A new folder is a name in the one above it. */
    private void createFolders(Path wanted) throws IOException {
        if (!Files.isDirectory(wanted)) {
            Files.createDirectories(wanted);
            for (var above = wanted.getParent(); above != null && above.startsWith(folder); above = above.getParent()) {
                force(above);
            }
        }
    }

    private static void force(Path directory) throws IOException {
        try (var names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    @Override
    public InputStream open(String address, long from, long length) throws IOException {
        var bytes = FileChannel.open(folder.resolve(address), StandardOpenOption.READ);
        try {
            bytes.position(from);
            return Channels.newInputStream(bytes);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    @Override
    public void delete(String address) throws IOException {
        Files.deleteIfExists(folder.resolve(address));
    }
}
