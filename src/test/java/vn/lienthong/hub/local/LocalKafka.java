package vn.lienthong.hub.local;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker in this process, its own controller. It forces every message to disk, because it holds the only
 * copy. Stopping keeps port and messages for {@link #resume}.
 */
public final class LocalKafka implements AutoCloseable {
    /** What the hub reads from and writes to. */
    public static final List<String> TOPICS =
            List.of("dossier-events", "dossier-events.dead-letter", "dossier-entries");

    private static final int PARTITIONS = 6;

    private final Path home;
    private final boolean temporary;
    private final int port;
    private @Nullable KafkaRaftServer server;

    private LocalKafka(Path home, boolean temporary, int port) {
        this.home = home.toAbsolutePath();
        this.temporary = temporary;
        this.port = port;
    }

    /** Keeps its messages in a folder; listens on the port or, where that is taken, on any. */
    public static LocalKafka start(Path home, int wantedPort) {
        return new LocalKafka(home, false, Ports.freeOr(wantedPort)).resume();
    }

    /** Keeps its messages until it is closed. */
    public static LocalKafka temporary() {
        return new LocalKafka(Folders.temporary("hub-kafka"), true, Ports.free()).resume();
    }

    /** Listens again where it did, with what it had. */
    public synchronized LocalKafka resume() {
        if (server == null) {
            var starting = new KafkaRaftServer(new BrokerFiles(home, port).prepared(), Time.SYSTEM);
            starting.startup();
            server = starting;
            createTopics();
        }
        return this;
    }

    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    public void restart() {
        stop();
        resume();
    }

    @Override
    public void close() {
        stop();
        if (temporary) {
            Folders.delete(home);
        }
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    private void createTopics() {
        Map<String, Object> settings = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        try (var admin = Admin.create(settings)) {
            var existing = admin.listTopics().names().get();
            admin.createTopics(missing(existing)).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics cannot be created", e);
        }
    }

    /** The cause beside a dead letter must not make the largest record too large to be kept. */
    private static Map<String, String> settings(String topic) {
        return topic.endsWith(".dead-letter") ? Map.of("max.message.bytes", "2097152") : Map.of();
    }

    private static List<NewTopic> missing(Collection<String> existing) {
        return TOPICS.stream()
                .filter(topic -> !existing.contains(topic))
                .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1).configs(settings(topic)))
                .toList();
    }
}
