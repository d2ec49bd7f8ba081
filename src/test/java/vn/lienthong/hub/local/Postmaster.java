package vn.lienthong.hub.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server process that owns a data directory, as its postmaster.pid names it. */
final class Postmaster {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final long STOP_SECONDS = 20;

    private Postmaster() {}

    /** Alive, and truly a PostgreSQL: after a reboot the number may belong to anybody. */
    static Optional<ProcessHandle> of(Path data) {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(file)) {
            return lines.findFirst()
                    .map(String::strip)
                    .map(Long::valueOf)
                    .flatMap(ProcessHandle::of)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info().command().orElse("").contains("postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Stops a server that outlived the Java process which started it.
     *
     * @throws IllegalStateException when that Java process still lives
     */
    static void stopOrphan(Path data) {
        of(data).ifPresent(orphan -> {
            refuseOwned(data);
            LOG.info("Stopping PostgreSQL {}, left behind by a hub that was killed", orphan.pid());
            orphan.destroy();
            await(orphan);
        });
    }

    /** The owner holds a lock on this file as long as it lives. */
    private static void refuseOwned(Path data) {
        try (var file = new RandomAccessFile(data.resolve("epg-lock").toFile(), "rw");
                var lock = file.getChannel().tryLock()) {
            if (lock == null) {
                throw new IllegalStateException("another hub runs on " + data);
            }
        } catch (OverlappingFileLockException e) {
            throw new IllegalStateException("this process runs a server on %s already".formatted(data), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As if the power failed. */
    static void kill(Path data) {
        of(data).ifPresent(server -> {
            var all = Stream.concat(Stream.of(server), server.descendants()).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(Postmaster::await);
        });
    }

    private static void await(ProcessHandle process) {
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("PostgreSQL %d does not stop".formatted(process.pid()), e);
        }
    }
}
