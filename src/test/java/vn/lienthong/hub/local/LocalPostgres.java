package vn.lienthong.hub.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL that keeps what it commits. Stopping keeps port and data for {@link #resume}; what a killed hub left
 * running is found and stopped at the next start.
 */
public final class LocalPostgres implements AutoCloseable {
    private static final String MAX_CONNECTIONS = "200";
    private static final Duration STARTUP = Duration.ofSeconds(60); // recovery after a crash takes its time

    /** Off by default in this distribution, which is made for tests that lose their data anyway. */
    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private final Path home;
    private final boolean temporary;
    private final int port;
    private @Nullable EmbeddedPostgres server;

    private LocalPostgres(Path home, boolean temporary, int port) {
        this.home = home.toAbsolutePath();
        this.temporary = temporary;
        this.port = port;
    }

    /** Keeps its data in a folder; listens on the port or, where that is taken, on any. */
    public static LocalPostgres start(Path home, int wantedPort) {
        Postmaster.stopOrphan(home.resolve("data"));
        return new LocalPostgres(home, false, Ports.freeOr(wantedPort)).resume();
    }

    /** Keeps its data until it is closed. */
    public static LocalPostgres temporary() {
        return new LocalPostgres(Folders.temporary("hub-postgresql"), true, Ports.free()).resume();
    }

    /** Listens again where it did, with what it had. */
    public synchronized LocalPostgres resume() {
        if (server == null) {
            dropUnfinished();
            server = launch();
            Folders.made(home.resolve("complete"));
        }
        return this;
    }

    /** A first start that was killed leaves a data directory that can never start. */
    private void dropUnfinished() {
        if (!Files.exists(home.resolve("complete"))) {
            Folders.delete(data());
        }
    }

    private EmbeddedPostgres launch() {
        Folders.made(data());
        var log = ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile());
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data())
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(STARTUP)
                .setRegisterShutdownHook(temporary)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                // the same order and case of letters on every machine
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("max_connections", MAX_CONNECTIONS);
        DURABLE.forEach(builder::setServerConfig);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start, see " + home.resolve("log"), e);
        }
    }

    /** Ends every connection and listens no more. */
    public synchronized void stop() {
        if (server != null) {
            close(server);
            server = null;
        }
    }

    public void restart() {
        stop();
        resume();
    }

    /** Ends the server without a farewell, as a power failure would; {@link #resume} recovers. */
    public synchronized void kill() {
        Postmaster.kill(data());
        stop();
    }

    @Override
    public void close() {
        stop();
        if (temporary) {
            Folders.delete(home);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path data() {
        return home.resolve("data");
    }

    public int port() {
        return port;
    }

    public String url() {
        return "jdbc:postgresql://localhost:%d/postgres".formatted(port);
    }

    public String username() {
        return "postgres";
    }

    /** The server trusts everybody on this machine. */
    public String password() {
        return "local";
    }

    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(username());
        source.setPassword(password());
        return source;
    }
}
