package vn.lienthong.hub.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.lienthong.hub.local.LocalKafka;
import vn.lienthong.hub.local.LocalPostgres;
import vn.lienthong.hub.pack.SampleCredentials;

/** PostgreSQL that flushes every commit and a broker, for hubs that are processes of their own with 512 MB of heap. */
final class House implements AutoCloseable {
    private static final Path JAR = Path.of("target/hub.jar");

    final Path folder;
    private final String token;
    private final LocalPostgres postgres = LocalPostgres.temporary();
    private final LocalKafka kafka = LocalKafka.temporary();
    private final Path publicKey;
    private int databases;

    /** @param folder where logs and keys go */
    House(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var bearer = new Bearer();
        token = bearer.token();
        publicKey = bearer.publicKey(folder);
    }

    /** An empty database, as an address that needs nothing beside it. */
    String database() {
        var name = "bench" + ++databases;
        execute(address("postgres"), "create database " + name);
        return address(name);
    }

    private String address(String database) {
        return "jdbc:postgresql://localhost:%d/%s?user=%s&password=%s&reWriteBatchedInserts=true"
                .formatted(postgres.port(), database, postgres.username(), postgres.password());
    }

    static void execute(String database, String sql) {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one number that a query answers. */
    static double number(String database, String sql) {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getDouble(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A hub from the production jar, ready. */
    RunningHub hub(String name, String database, Map<String, String> properties) {
        return hub(name, database, properties, java("-jar", JAR.toString()));
    }

    /** @param java the arguments of the JVM, the program included */
    RunningHub hub(String name, String database, Map<String, String> properties, List<String> java) {
        var port = free();
        var management = free();
        var arguments = new ArrayList<>(java);
        settings(database, port, management, properties)
                .forEach((key, value) -> arguments.add("--%s=%s".formatted(key, value)));
        var child = ChildJvm.start(folder.resolve(name + ".log"), arguments);
        return new RunningHub(
                child.await("http://localhost:%d/actuator/health/readiness".formatted(management)),
                port,
                management,
                new Requests(token));
    }

    private Map<String, String> settings(String database, int port, int management, Map<String, String> more) {
        var settings = new HashMap<String, String>();
        settings.put("server.port", Integer.toString(port));
        settings.put("management.server.port", Integer.toString(management));
        settings.put("spring.datasource.url", database);
        settings.put("spring.kafka.bootstrap-servers", kafka.bootstrapServers());
        settings.put("spring.security.oauth2.resourceserver.jwt.public-key-location", "file:" + publicKey);
        SampleCredentials.of(Path.of("integration")).keySet().forEach(secret -> settings.put(secret, "bench"));
        settings.putAll(more);
        return settings;
    }

    /** The arguments of a JVM as it is to be run in production, hub and hand-written proxy alike. */
    static List<String> java(String... more) {
        return Stream.concat(Stream.of("-Xmx512m", "-XX:+UseParallelGC"), Stream.of(more))
                .toList();
    }

    static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kafka.close();
        postgres.close();
    }
}
