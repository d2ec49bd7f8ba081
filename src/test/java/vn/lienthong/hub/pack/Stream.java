package vn.lienthong.hub.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.local.LocalKafka;

/** A real broker, and a client that writes and reads. Every topic has one partition, so that all order is seen. */
final class Stream implements AutoCloseable {
    static final String GROUP = "lienthong-hub";

    private final LocalKafka broker = LocalKafka.temporary();
    private final Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
    private final Admin admin = Admin.create(settings);
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());

    String brokers() {
        return broker.bootstrapServers();
    }

    /** Empty topics, and a group that has read nothing. */
    void empty() throws InterruptedException, ExecutionException {
        if (admin.listGroups().all().get().stream()
                .anyMatch(group -> group.groupId().equals(GROUP))) {
            admin.deleteConsumerGroups(List.of(GROUP)).all().get();
        }
        admin.deleteTopics(LocalKafka.TOPICS).all().get();
        admin.createTopics(LocalKafka.TOPICS.stream()
                        .map(topic -> new NewTopic(topic, 1, (short) 1))
                        .toList())
                .all()
                .get();
        // until the broker itself shows the new topics, a producer may still meet those of before
        await().ignoreExceptionsInstanceOf(ExecutionException.class)
                .until(() -> admin.describeTopics(LocalKafka.TOPICS).allTopicNames().get().values().stream()
                        .allMatch(topic -> topic.partitions().size() == 1));
    }

    void write(String key, @Nullable String... values) {
        for (var value : values) {
            var bytes = value == null ? null : value.getBytes(UTF_8);
            var record = new ProducerRecord<>("dossier-events", key.getBytes(UTF_8), bytes);
            record.headers().add("traceparent", "00-1-1-00".getBytes(UTF_8));
            producer.send(record);
        }
        producer.flush();
    }

    /** The first record of a topic. */
    ConsumerRecord<byte[], byte[]> first(String topic) {
        return read(topic).getFirst();
    }

    private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        var partition = List.of(new TopicPartition(topic, 0));
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            for (var polls = 0; found.isEmpty() && polls < 50; polls++) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }

    /** Where the hub would go on reading, or -1. */
    long committed() throws InterruptedException, ExecutionException {
        var offset = admin.listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get()
                .get(new TopicPartition("dossier-events", 0));
        return offset == null ? -1 : offset.offset();
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
        broker.close();
    }
}
