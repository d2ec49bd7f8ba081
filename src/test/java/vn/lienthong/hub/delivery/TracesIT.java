package vn.lienthong.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.lienthong.hub.Samples.registration;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.HubStory;

/** What an installation sees that collects traces. */
class TracesIT extends HubStory {
    @BeforeEach
    void look() {
        COLLECTOR.look();
    }

    @AfterEach
    void lookAway() {
        COLLECTOR.lookAway();
    }

    @Test
    void aRequestAndEachDeliveryAreSpans() throws IOException {
        assertThat(door().post("/dossiers", registration(code)).statusCode()).isEqualTo(202);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(span("http post /api/v1/dossiers")).isPresent();
            assertThat(COLLECTOR.spans())
                    .filteredOn(span -> span.getName().equals("hub.delivery"))
                    .flatExtracting(span -> span.getAttributesList().stream()
                            .map(KeyValue::getValue)
                            .map(value -> value.getStringValue())
                            .toList())
                    .contains("public-service-portal", "e-certification", "acknowledged");
        });
    }

    @Test
    void aSpanGoesOnWithTheTraceOfTheCaller() throws IOException {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        register(code);
        var door = door();
        door.send(door.to("/dossiers/" + code).header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(span("http get /api/v1/dossiers/{code}")
                                .map(span -> java.util.HexFormat.of()
                                        .formatHex(span.getTraceId().toByteArray())))
                        .contains(trace));
    }

    @Test
    void noSpanTellsWhoTheCitizenIs() throws IOException {
        var registration = registration(code);
        door().post("/dossiers", registration);

        await().atMost(PATIENCE).until(() -> span("http post /api/v1/dossiers").isPresent());
        awaitAtPortal(code, "DELIVERED");
        assertThat(COLLECTOR.spans().toString())
                .doesNotContain(registration.at("/applicant/name").asText())
                .doesNotContain(registration.at("/applicant/idNumber").asText());
    }

    private static Optional<Span> span(String name) {
        return COLLECTOR.spans().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst();
    }
}
