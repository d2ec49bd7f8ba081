package vn.lienthong.hub.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.connector.Outcome;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.live.Tree;

/** The stream on a real broker: out keyed and bare of names; in at least once, in order, and past what is broken. */
class EventStreamIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BROKEN = "broken";
    private static Stream stream;

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<String> judge = record -> "accepted";

    private RunningPacks packs;

    /** Stands in the place of the bean that the route calls. */
    public final class Intake {
        public Map<String, String> receive(byte @Nullable [] record) {
            var text = record == null ? "" : new String(record, UTF_8);
            taken.add(text);
            var verdict = judge.apply(text);
            if (verdict.equals(BROKEN)) {
                throw new IllegalStateException(BROKEN);
            }
            return Map.of("verdict", verdict, "cause", "request.unreadable", "detail", "not JSON at line 1");
        }
    }

    @BeforeAll
    static void startBroker() {
        stream = new Stream();
    }

    @AfterAll
    static void stopBroker() {
        stream.close();
    }

    @BeforeEach
    void start() throws Exception {
        stream.empty();
        packs = running();
    }

    private RunningPacks running() throws Exception {
        return new RunningPacks(
                Tree.in(Path.of("")),
                List.of("event-stream"),
                Map.of("spring.kafka.bootstrap-servers", stream.brokers(), "HUB_SYSTEMS_EVENT_STREAM_PAUSE", "50"),
                context -> context.registerBean("intake", Intake.class, () -> new Intake()));
    }

    @AfterEach
    void stop() {
        packs.close();
    }

    @Test
    void publishesAnEntryKeyedByDossierAndTellsNoNames() throws Exception {
        var file = Path.of("integration/event-stream/examples/publish.request/registered.in.json");
        var headers = Map.<String, Object>of("operation", "publish", "dossier", "H24.129-250812-0035");
        var card = packs.card("event-stream");
        var outcome = packs.connector().send(card, Json.parse(Files.readAllBytes(file)), headers);

        assertThat(((Outcome.Acknowledged) outcome).receipt()).isEqualTo("dossier-entries-0@0");
        var record = stream.first("dossier-entries");
        assertThat(new String(record.key(), UTF_8)).isEqualTo("H24.129-250812-0035");
        assertThat(record.headers()).extracting(Header::key).containsExactly("content-type");
        assertThat(header(record, "content-type")).isEqualTo("application/cloudevents+json");
        assertThat(Json.parse(record.value()).path("type").asText()).isEqualTo("vn.lienthong.dossier.registered");
        assertThat(new String(record.value(), UTF_8)).doesNotContain("Mẫu", "030085000000");
    }

    @Test
    void takesRecordsInOrder() {
        stream.write("k", "1", "2", "3", "4");
        awaitTaken("1", "2", "3", "4");
    }

    @Test
    void putsWhatCanNeverBeTakenAsideWithItsCauseAndGoesOn() {
        judge = record -> record.equals("2") ? "dead-letter" : "accepted";
        stream.write("k", "1", "2", "3");
        awaitTaken("1", "2", "3");

        var dead = stream.first("dossier-events.dead-letter");
        assertThat(new String(dead.value(), UTF_8)).isEqualTo("2");
        assertThat(new String(dead.key(), UTF_8)).isEqualTo("k");
        assertThat(header(dead, "dead-letter-cause")).isEqualTo("request.unreadable");
        assertThat(header(dead, "dead-letter-detail")).isEqualTo("not JSON at line 1");
        assertThat(header(dead, "dead-letter-source")).isEqualTo("dossier-events-0@1");
        assertThat(header(dead, "traceparent")).isEqualTo("00-1-1-00");
    }

    @Test
    void putsARecordWithoutAValueAside() {
        judge = record -> "dead-letter";
        stream.write("k", (String) null);
        assertThat(stream.first("dossier-events.dead-letter").value()).isNull();
    }

    @Test
    void putsARecordOfTheLargestSizeAside() {
        judge = record -> "dead-letter";
        stream.write("k", "x".repeat(1_000_000), "2");
        await().atMost(PATIENCE).until(() -> taken.size() == 2);
        assertThat(stream.first("dossier-events.dead-letter").value()).hasSize(1_000_000);
    }

    @Test
    void readsARecordAgainUntilItIsTakenAndNothingBehindItBefore() throws Exception {
        var tries = new AtomicInteger();
        judge = record -> record.equals("2") && tries.incrementAndGet() < 3 ? "later" : "accepted";
        stream.write("k", "1", "2", "3");
        awaitTaken("1", "2", "2", "2", "3");
        await().atMost(PATIENCE).until(() -> stream.committed() == 3);
    }

    @Test
    void readsARecordAgainWhenTheDoorItselfBreaks() {
        var tries = new AtomicInteger();
        judge = record -> tries.incrementAndGet() == 1 ? BROKEN : "accepted";
        stream.write("k", "1", "2");
        awaitTaken("1", "1", "2");
    }

    @Test
    void commitsNothingThatIsNotTaken() throws Exception {
        judge = record -> record.equals("2") ? "later" : "accepted";
        stream.write("k", "1", "2", "3");
        await().atMost(PATIENCE).until(() -> taken.size() > 3);
        packs.close();
        assertThat(stream.committed()).isEqualTo(1);
    }

    @Test
    void goesOnWhereItStoppedAndMissesNothingThatCameMeanwhile() throws Exception {
        stream.write("k", "1", "2");
        await().atMost(PATIENCE).until(() -> stream.committed() == 2);
        packs.close();
        stream.write("k", "3");
        packs = running();
        awaitTaken("1", "2", "3");
    }

    @Test
    void readsWhatWasThereBeforeItFirstCame() throws Exception {
        packs.close();
        stream.empty();
        stream.write("k", "1");
        packs = running();
        awaitTaken("1");
    }

    private void awaitTaken(String... records) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(taken).containsExactly(records));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
