package vn.lienthong.hub.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.live.Tree;

class RehearsalTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-08-12T09:30:00Z"));
    private static Rehearsal rehearsal;

    @BeforeAll
    static void start() {
        rehearsal = Rehearsal.of(Tree.in(Path.of("")), CLOCK, "secret");
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
    }

    @ParameterizedTest
    @CsvSource({
        "civil-status, register, register.request/birth, civil-status/register.request",
        "e-certification, sync, sync.request/registered, e-certification/sync.request",
        "public-service-portal, register, register.request/counter-registration, public-service-portal/register.request",
        "land-registry, register, , land-registry/register.request"
    })
    void comesToWhatTheRouteWouldSend(String system, String operation, String example, String mapping)
            throws IOException {
        var message = message(system, mapping, example);
        var rehearsed = rehearsal
                .send(system, message, Headers.of(((ObjectNode) message.deepCopy()).put("operation", operation)))
                .orElseThrow();

        assertThat(rehearsed.failure()).isNull();
        assertThat(rehearsed.mapped()).extracting(Tape.Mapped::mapping).isEqualTo(List.of(mapping));
    }

    private static JsonNode message(String system, String mapping, String example) throws IOException {
        var folder = Path.of("integration", system, "examples", mapping.substring(mapping.indexOf('/') + 1));
        try (var files = Files.list(folder)) {
            var file = files.filter(one -> one.toString().endsWith(".in.json"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            var named = example == null ? file : Path.of("integration", system, "examples", example + ".in.json");
            return Json.parse(Files.readAllBytes(Files.exists(named) ? named : file));
        }
    }
}
