package vn.lienthong.hub.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;
import vn.lienthong.hub.pack.SampleCredentials;
import vn.lienthong.hub.simulator.Simulator;

/**
 * What the hub needs around it, started side by side. A database or broker that is given by property or environment is
 * used instead of one of ours.
 */
final class LocalServers implements AutoCloseable {
    private static final String DATABASE = "spring.datasource.url";
    private static final String BROKER = "spring.kafka.bootstrap-servers";
    private static final String EVIDENCE_KEY = "hub.evidence.key";
    private static final String OWNER_KEY = "hub.files.owner-key";
    private static final String CITIZEN_KEY = "hub.desk.citizen-key";
    private static final String ASSERTION_KEY = "hub.sign-in.key";
    private static final String SUBSCRIPTIONS_KEY = "hub.subscriptions.key";
    private static final String SECURE = "server.servlet.session.cookie.secure";
    private static final String FILES = "hub.files.folder";
    private static final int DATABASE_PORT = 18432;
    private static final int BROKER_PORT = 18092;

    private final PropertyResolver given;
    private final Path integration;
    private final Path data;
    private final Alone alone;
    private final CompletableFuture<@Nullable LocalPostgres> postgres;
    private final CompletableFuture<@Nullable LocalKafka> kafka;
    private final CompletableFuture<LocalSystems> systems;

    private LocalServers(Path home, Path data, PropertyResolver given) {
        this.given = given;
        this.integration = home.resolve("integration");
        this.data = data;
        this.alone = Alone.in(data);
        this.postgres = unlessGiven(DATABASE, () -> LocalPostgres.start(data.resolve("postgresql"), DATABASE_PORT));
        this.kafka = unlessGiven(BROKER, () -> LocalKafka.start(data.resolve("kafka"), BROKER_PORT));
        this.systems = CompletableFuture.supplyAsync(() -> LocalSystems.start(
                integration,
                data.resolve("simulators"),
                "http://localhost:" + given.getProperty("server.port", "8080")));
    }

    /**
     * @param home where {@code integration/} is
     * @param data what is kept from run to run
     * @throws IllegalStateException when another run keeps its data there
     */
    static LocalServers start(Path home, Path data, PropertyResolver given) {
        var servers = new LocalServers(home, data, given);
        try {
            CompletableFuture.allOf(servers.postgres, servers.kafka, servers.systems)
                    .join();
            return servers;
        } catch (CompletionException e) {
            servers.close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private <T> CompletableFuture<@Nullable T> unlessGiven(String property, Supplier<T> server) {
        return given.containsProperty(property)
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.supplyAsync(server);
    }

    /** What the hub must be told, as far as nobody has told it. */
    Map<String, String> properties() {
        var properties = new LinkedHashMap<String, String>();
        var database = postgres.join();
        if (database != null) {
            properties.put(DATABASE, database.url());
            properties.put("spring.datasource.username", database.username());
            properties.put("spring.datasource.password", database.password());
        }
        var broker = kafka.join();
        if (broker != null) {
            properties.put(BROKER, broker.bootstrapServers());
        }
        if (!given.containsProperty(EVIDENCE_KEY)) {
            properties.put(EVIDENCE_KEY, LocalEvidenceKey.in(data).toString());
        }
        if (!given.containsProperty(OWNER_KEY)) {
            properties.put(OWNER_KEY, "local-owner-key-that-hides-nobody-in-earnest");
        }
        if (!given.containsProperty(CITIZEN_KEY)) {
            properties.put(CITIZEN_KEY, "local-citizen-key-that-hides-nobody-in-earnest");
        }
        if (!given.containsProperty(ASSERTION_KEY)) {
            properties.put(ASSERTION_KEY, LocalAssertionKey.in(data).toString());
            properties.put("hub.sign-in.public-url", LocalKey.ISSUER);
            properties.put("hub.sign-in.return-to.upstream-dai-son", "http://localhost:8080/docs");
        }
        if (!given.containsProperty(SUBSCRIPTIONS_KEY)) {
            properties.put(SUBSCRIPTIONS_KEY, "local-key-of-the-secrets-of-subscriptions");
            properties.put("hub.systems.webhook.addresses", "any");
        }
        if (!given.containsProperty(FILES)) {
            properties.put(FILES, data.resolve("files").toString());
        }
        if (!given.containsProperty(SECURE)) {
            properties.put(SECURE, "false");
        }
        SampleCredentials.of(integration).forEach((name, value) -> {
            if (!given.containsProperty(name)) {
                properties.put(name, value);
            }
        });
        return properties;
    }

    String database() {
        var database = postgres.join();
        return database == null ? given.getRequiredProperty(DATABASE) : database.url();
    }

    String broker() {
        var broker = kafka.join();
        return broker == null ? given.getRequiredProperty(BROKER) : broker.bootstrapServers();
    }

    List<Simulator> simulators() {
        return systems.join().simulators();
    }

    /** Waits for those still starting, so that none is left behind. */
    @Override
    public void close() {
        List.of(systems, kafka, postgres).forEach(LocalServers::close);
        alone.close();
    }

    private static void close(CompletableFuture<? extends @Nullable AutoCloseable> starting) {
        var server = starting.exceptionally(failed -> null).join();
        try {
            if (server != null) {
                server.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("a server does not stop", e);
        }
    }
}
