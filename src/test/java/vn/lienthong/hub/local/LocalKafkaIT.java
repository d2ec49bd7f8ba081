package vn.lienthong.hub.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaIT {
    private static final String TOPIC = "dossier-entries";

    @TempDir
    Path home;

    @Test
    void hasTheTopicsOfTheHubAndForcesEveryMessageToDisk() throws Exception {
        try (var kafka = LocalKafka.temporary();
                var admin = Admin.create(settings(kafka))) {
            assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS)).containsAll(LocalKafka.TOPICS);

            var topic = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
            var config = admin.describeConfigs(List.of(topic)).all().get(10, TimeUnit.SECONDS);
            assertThat(config.values())
                    .singleElement()
                    .satisfies(values -> assertThat(values.entries())
                            .anyMatch(entry -> entry.name().equals("flush.messages") && "1".equals(entry.value())));
        }
    }

    @Test
    void keepsMessagesAndOffsetsFromRunToRunAndThroughARestart() throws Exception {
        try (var first = LocalKafka.start(home, Ports.free())) {
            assertThat(send(first, "one")).isZero();
            assertThat(send(first, "two")).isEqualTo(1);
            assertThat(read(first, 2)).containsExactly("one", "two");
        }
        try (var second = LocalKafka.start(home, Ports.free())) {
            assertThat(send(second, "three")).isEqualTo(2);
            second.restart();
            assertThat(send(second, "four")).isEqualTo(3);
            assertThat(read(second, 2)).containsExactly("three", "four");
        }
    }

    @Test
    void isFoundAgainByAClientThatStayed() throws Exception {
        try (var kafka = LocalKafka.temporary();
                var producer = producer(kafka)) {
            producer.send(record("one")).get(10, TimeUnit.SECONDS);

            kafka.stop();
            // send itself waits while no broker is there
            var waiting = CompletableFuture.supplyAsync(() -> producer.send(record("two")));
            kafka.resume();

            assertThat(waiting.get(30, TimeUnit.SECONDS)
                            .get(30, TimeUnit.SECONDS)
                            .offset())
                    .isEqualTo(1);
        }
    }

    private static long send(LocalKafka kafka, String value) throws Exception {
        try (var producer = producer(kafka)) {
            return producer.send(record(value)).get(20, TimeUnit.SECONDS).offset();
        }
    }

    private static ProducerRecord<String, String> record(String value) {
        return new ProducerRecord<>(TOPIC, "H24.129-250812-0035", value);
    }

    private static KafkaProducer<String, String> producer(LocalKafka kafka) {
        return new KafkaProducer<>(settings(kafka), new StringSerializer(), new StringSerializer());
    }

    /** What the group has not read before. */
    private static List<String> read(LocalKafka kafka, int count) {
        var settings = new HashMap<>(settings(kafka));
        settings.put("group.id", "reader");
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            for (int i = 0; i < 100 && values.size() < count; i++) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
            consumer.commitSync();
        }
        return values;
    }

    private static Map<String, Object> settings(LocalKafka kafka) {
        return Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all");
    }
}
