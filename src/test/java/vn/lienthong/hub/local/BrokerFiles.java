package vn.lienthong.hub.local;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** The settings of the one broker, and its formatted log directory. */
record BrokerFiles(Path home, int port) {
    private static final int NODE = 1;

    KafkaConfig prepared() {
        if (!Files.exists(home.resolve("formatted"))) {
            format();
            Folders.made(home.resolve("formatted"));
        }
        return KafkaConfig.fromProps(settings());
    }

    /** A first format that was killed is begun again. */
    private void format() {
        Folders.delete(logs());
        Folders.made(logs());
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .addDirectory(logs().toString())
                    .setMetadataLogDirectory(logs().toString())
                    .setControllerListenerName("CONTROLLER")
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("the broker's log directory cannot be formatted", e);
        }
    }

    private Path logs() {
        return home.resolve("logs");
    }

    private Properties settings() {
        int controller = Ports.free();
        var settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                String.valueOf(NODE),
                "controller.quorum.voters",
                "%d@localhost:%d".formatted(NODE, controller),
                "listeners",
                "PLAINTEXT://localhost:%d,CONTROLLER://localhost:%d".formatted(port, controller),
                "advertised.listeners",
                "PLAINTEXT://localhost:" + port,
                "controller.listener.names",
                "CONTROLLER",
                "listener.security.protocol.map",
                "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
                "log.dirs",
                logs().toString()));
        settings.putAll(durable());
        settings.putAll(small());
        return settings;
    }

    /** An answer of a lone broker means page cache, unless it flushes each message. */
    private static Map<String, String> durable() {
        return Map.of(
                "log.flush.interval.messages", "1",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1");
    }

    private static Map<String, String> small() {
        return Map.of(
                "auto.create.topics.enable", "false",
                "offsets.topic.num.partitions", "1",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.num.partitions", "1",
                "group.initial.rebalance.delay.ms", "0",
                "num.network.threads", "1",
                "num.io.threads", "2",
                "log.cleaner.dedupe.buffer.size", "2097152");
    }
}
