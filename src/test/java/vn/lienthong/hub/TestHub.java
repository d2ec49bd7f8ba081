package vn.lienthong.hub;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import vn.lienthong.hub.pack.SampleCredentials;

/**
 * What every hub under test needs: a database of its own in the one real PostgreSQL of the JVM, a credential for each
 * name that the cards ask the environment for, and the address of a sign-in server that is never asked.
 */
public final class TestHub implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    /** As the hub has it when nobody says where a broker is. */
    private static final String NO_BROKER = "localhost:9092";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + fresh(),
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=",
                        // what is fetched is fetched when a test says so, not from whoever listens on the port of a
                        // card
                        // a test that changes what a hub runs by says so; the others run by the folder
                        "hub.edition.enabled=" + context.getEnvironment().getProperty("hub.edition.enabled", "false"),
                        "hub.intake.enabled=" + context.getEnvironment().getProperty("hub.intake.enabled", "false"),
                        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://localhost:1/jwks")
                .and(credentials())
                .and(withoutABroker(context))
                .applyTo(context);
    }

    private static Stream<String> credentials() {
        return SampleCredentials.of(Path.of("integration")).entrySet().stream()
                .map(secret -> secret.getKey() + "=" + secret.getValue());
    }

    /** Where a test has no broker, nothing waits for one; least of all a hub that is to stop. */
    private static Stream<String> withoutABroker(ConfigurableApplicationContext context) {
        var broker = context.getEnvironment().getProperty("spring.kafka.bootstrap-servers");
        return NO_BROKER.equals(broker) ? Stream.of("hub.systems.event-stream.timeout=1s") : Stream.empty();
    }

    /** The address of a new, empty database. */
    public static String fresh() {
        var name = "hub" + NUMBER.incrementAndGet();
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return Server.POSTGRES.getJdbcUrl("postgres", name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
