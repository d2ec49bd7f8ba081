package vn.lienthong.hub.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The only run in a folder, until it is closed or its process ends, however it ends. Two brokers on one folder would spoil
 * each other's log before one of them notices.
 */
final class Alone implements AutoCloseable {
    private final FileChannel held;

    private Alone(FileChannel held) {
        this.held = held;
    }

    /** @throws IllegalStateException when another run is there */
    static Alone in(Path folder) {
        try {
            Files.createDirectories(folder);
            var file = FileChannel.open(folder.resolve("running"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isFree(file)) {
                return new Alone(file);
            }
            file.close();
            throw new IllegalStateException("another local run keeps its data in " + folder.normalize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFree(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by this very process
        }
    }

    @Override
    public void close() {
        try {
            held.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
