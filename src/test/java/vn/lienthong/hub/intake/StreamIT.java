package vn.lienthong.hub.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.lienthong.hub.Samples.DAI_SON;
import static vn.lienthong.hub.Samples.event;
import static vn.lienthong.hub.Samples.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.lienthong.hub.Hub;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.TestClock;
import vn.lienthong.hub.TestHub;
import vn.lienthong.hub.edition.EditionFiles;
import vn.lienthong.hub.edition.Editions;
import vn.lienthong.hub.edition.Zips;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.Entry;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.ledger.Submission;
import vn.lienthong.hub.live.Tree;
import vn.lienthong.hub.local.LocalKafka;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

/** The ledger and a real broker: one that is not there when the hub starts, and one that goes away. */
@SpringBootTest(
        classes = {StreamIT.Parts.class, Hub.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hub.systems.public-service-portal.url=http://localhost:1",
            "hub.systems.e-certification.url=http://localhost:1",
            "hub.systems.civil-status.url=http://localhost:1",
            "hub.edition.enabled=true",
            "hub.systems.event-stream.pause=50",
            "hub.delivery.poll=100ms",
            "hub.delivery.lease-margin=24h"
        })
@ContextConfiguration(initializers = TestHub.class)
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StreamIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LONGER_THAN_ANY_WAIT = Duration.ofMinutes(15);
    private static final TestClock CLOCK = new TestClock();
    private static final LocalKafka BROKER = LocalKafka.temporary();

    static final class Parts {
        @Bean
        TestClock clock() {
            return CLOCK;
        }
    }

    @DynamicPropertySource
    static void withoutABrokerAtFirst(DynamicPropertyRegistry properties) {
        BROKER.stop();
        properties.add("spring.kafka.bootstrap-servers", BROKER::bootstrapServers);
    }

    @AfterAll
    static void stopBroker() {
        BROKER.close();
    }

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Editions editions;

    private final Topic events = new Topic(BROKER.bootstrapServers(), "dossier-events");
    private final Topic entries = new Topic(BROKER.bootstrapServers(), "dossier-entries");
    private final Topic dead = new Topic(BROKER.bootstrapServers(), "dossier-events.dead-letter");
    private String code = "";

    @BeforeEach
    void takeANewCode() {
        code = Samples.code();
    }

    @Test
    @Order(1)
    void acceptsWithoutABrokerAndTellsAllWhenItComes() {
        var codes = Stream.generate(Samples::code).limit(12).toList();
        codes.forEach(this::reportTwo);
        await().atMost(PATIENCE).until(() -> tries(codes) >= 12 && count(codes, "LEASED") == 0);
        assertThat(burnt(codes)).isZero();
        assertThat(count(codes, "PENDING")).isEqualTo(24);

        BROKER.resume();
        awaitAllTold(codes);
        assertThat(burnt(codes)).isZero();
        codes.forEach(this::assertToldInOrder);
    }

    @Test
    @Order(2)
    void goesOnWhereItWasWhenTheBrokerComesBack() {
        reportTwo(code);
        awaitAllTold(List.of(code));
        BROKER.stop();
        var codes = Stream.generate(Samples::code).limit(12).toList();
        codes.forEach(this::reportTwo);
        await().atMost(PATIENCE).until(() -> tries(codes) >= 12 && count(codes, "LEASED") == 0);
        var burnt = burnt(codes);
        CLOCK.jump(LONGER_THAN_ANY_WAIT);
        var tries = tries(codes);
        await().atMost(PATIENCE).until(() -> tries(codes) > tries && count(codes, "LEASED") == 0);
        assertThat(burnt(codes)).as("a trial burns nothing").isEqualTo(burnt);
        assertThat(count(codes, "PARKED")).isZero();

        BROKER.resume();
        awaitAllTold(codes);
        codes.forEach(this::assertToldInOrder);
        events.write(code, List.of(message(code, "late", "step", step("12:00:00"))));
        awaitEntries(code, 3);
    }

    @Test
    @Order(3)
    void putsAsideWhatCanNeverBeTakenAndGoesOnBehindIt() {
        var broken = Arrays.asList(
                "{\"specversion\"".getBytes(UTF_8),
                new byte[] {(byte) 0xff, 0x00},
                null,
                message(code, "early", "step", step("10:00:00")),
                message(code, "wrong", "registered", registration(code).put("channel", "pigeon")),
                message(code, "nul", "registered", registration(code).put("summary", "\u0000")),
                message(
                        code,
                        "future",
                        "registered",
                        registration(code).put("receivedAt", "2026-02-30T00:00:00+07:00")));
        var all = new ArrayList<byte @Nullable []>(broken);
        all.add(message(code, "good", "registered", registration(code)));
        events.write(code, all);

        awaitEntries(code, 1);
        var aside = dead.read(code);
        assertThat(aside).extracting(ConsumerRecord::value).containsExactlyElementsOf(broken);
        assertThat(aside)
                .extracting(StreamIT::cause)
                .containsExactly(
                        "request.unreadable",
                        "request.unreadable",
                        "request.unreadable",
                        "dossier.not-found",
                        "request.invalid",
                        "request.invalid",
                        "request.invalid");
    }

    @Test
    @Order(4)
    void takesTheSameRecordOnceAndTheRecordsOfADossierInOrder() {
        var all = new ArrayList<byte @Nullable []>();
        all.add(message(code, "first-" + code, "registered", registration(code)));
        IntStream.range(0, 9).forEach(n -> all.add(message(code, n + "-" + code, "step", step("10:00:0" + n))));
        events.write(code, all);
        events.write(code, all);
        events.write(code, List.of(message(code, "last-" + code, "step", step("11:00:00"))));

        awaitEntries(code, 11);
        assertThat(ledger.entries(code, 1, 20))
                .extracting(Entry::occurredAt)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(dead.read(code)).isEmpty();
    }

    /** The consumers of one edition stop before those of the next begin; what was not committed is read again. */
    @Test
    @Order(5)
    void changesHandsBetweenEditionsWithoutLosingOrDoublingARecord() {
        var ended = new AtomicBoolean();
        var written = new ConcurrentLinkedQueue<String>();
        var writing = CompletableFuture.runAsync(() -> {
            while (!ended.get()) {
                writeTwo(written);
            }
        });
        for (int n = 1; n <= 2; n++) {
            var before = written.size();
            applyAnotherComment(n);
            await().atMost(PATIENCE).until(() -> written.size() > before + 2);
        }
        ended.set(true);
        writing.join();

        assertThat(written).hasSizeGreaterThan(4);
        assertThat(written)
                .allSatisfy(each -> assertThat(ledger.entries(each, 0, 20)).hasSize(2));
    }

    /** The next ones are written when these have come through. */
    private void writeTwo(Collection<String> written) {
        var each = Samples.code();
        events.write(
                each,
                List.of(
                        message(each, "first-" + each, "registered", registration(each)),
                        message(each, "step-" + each, "step", step("10:00:00"))));
        awaitEntries(each, 2);
        written.add(each);
    }

    private void applyAnotherComment(int n) {
        var files = new TreeMap<>(EditionFiles.of(Tree.in(Path.of(""))).byPath());
        files.merge(
                "routes/event-stream.camel.yaml",
                ("# edit " + n + "\n").getBytes(UTF_8),
                (old, comment) -> (new String(comment, UTF_8) + new String(old, UTF_8)).getBytes(UTF_8));
        var edition = editions.apply(
                editions.running(),
                "a comment",
                EditionFiles.unzip(new ByteArrayInputStream(Zips.of(files))),
                new Caller("integrator", Set.of(), UnitScope.EVERYWHERE));
        assertThat(editions.running()).isEqualTo(edition.number());
    }

    /** As the contract wants it. */
    private static ObjectNode step(String time) {
        var step = event("step", time);
        step.putObject("step").put("code", "B2").put("name", "Thẩm định hồ sơ");
        return step;
    }

    private static String cause(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.headers().lastHeader("dead-letter-cause").value(), UTF_8);
    }

    private static byte[] message(String code, String id, String type, JsonNode data) {
        var event = Json.MAPPER
                .createObjectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", "urn:vn:one-stop")
                .put("type", "vn.lienthong.dossier." + type)
                .put("subject", code)
                .put("datacontenttype", "application/json");
        event.set("data", data);
        return Json.bytes(event);
    }

    private void reportTwo(String code) {
        report(code, EntryKind.REGISTERED, registration(code));
        report(code, EntryKind.STEP, step("10:00:00"));
    }

    private void report(String code, EntryKind kind, JsonNode body) {
        ledger.append(new Submission(DAI_SON, null, code, kind, body)).join();
    }

    private void awaitEntries(String code, int number) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ledger.entries(code, 0, 20)).hasSize(number));
    }

    private void awaitAllTold(List<String> codes) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
            if (count(codes, "LEASED") == 0) {
                CLOCK.jump(LONGER_THAN_ANY_WAIT);
            }
            return count(codes, "DELIVERED") == 2 * codes.size();
        });
    }

    /** A repeat is allowed and carries the same id. */
    private void assertToldInOrder(String code) {
        assertThat(entries.read(code).stream()
                        .map(record -> Json.parse(record.value()).path("id").asText())
                        .distinct())
                .containsExactlyElementsOf(ledger.entries(code, 0, 10).stream()
                        .map(Entry::id)
                        .map(Object::toString)
                        .toList());
    }

    private int count(List<String> codes, String state) {
        return number(codes, "count(*) filter (where state = '" + state + "')");
    }

    private int tries(List<String> codes) {
        return number(codes, "sum(tries)");
    }

    private int burnt(List<String> codes) {
        return number(codes, "sum(attempts)");
    }

    private int number(List<String> codes, String what) {
        return jdbc.sql("select " + what + " from delivery where system = 'event-stream' and dossier = any (?)")
                .param(codes.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }
}
