package vn.lienthong.hub.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;

/** Where a file arrives: piece by piece to disk, reckoning its hash on the way. */
final class Spool {
    private static final String UNFINISHED = ".part";
    private static final int PIECE = 1 << 16;

    private final Path folder;
    private final long largest;

    Spool(Path folder, long largest) {
        this.folder = folder;
        this.largest = largest;
    }

    /** A file that has arrived whole. Closing it removes what has not been moved away. */
    record Arrived(Path path, long size, byte[] sha256) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    Arrived take(UUID id, InputStream bytes) throws IOException {
        Files.createDirectories(folder);
        var path = folder.resolve(id + UNFINISHED);
        var whole = false;
        try {
            var arrived = write(path, bytes);
            whole = true;
            return arrived;
        } finally {
            if (!whole) {
                Files.deleteIfExists(path);
            }
        }
    }

    private Arrived write(Path path, InputStream bytes) throws IOException {
        var digest = Json.sha256();
        var piece = new byte[PIECE];
        long size = 0;
        try (var out = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
                size += read;
                if (size > largest) {
                    throw new Refusal(ProblemCode.FILE_TOO_LARGE);
                }
                digest.update(piece, 0, read);
                writeAll(out, ByteBuffer.wrap(piece, 0, read));
            }
            out.force(true);
        }
        return new Arrived(path, size, digest.digest());
    }

    private static void writeAll(FileChannel out, ByteBuffer piece) throws IOException {
        while (piece.hasRemaining()) {
            out.write(piece);
        }
    }

    /** What a node that was killed has left behind. */
    void sweep(Instant before) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
