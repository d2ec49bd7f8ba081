package vn.lienthong.hub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.json.Json;

class TrialIT {
    private final FakeHub hub = new FakeHub();
    private final Shell shell = new Shell();

    @BeforeEach
    void pointAtIt() {
        shell.with("HUB_URL", hub.url());
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void playsASampleAndFindsItEqual() {
        assertThat(play()).as(shell.out() + shell.err()).isZero();
        assertThat(hub.dossiers()).hasSize(80);
        assertThat(shell.out()).contains("Equal to the plan.").doesNotContain("DIFFERS");
    }

    @Test
    void changesNothingWhenItIsPlayedAgain() {
        play();
        var before = hub.dossiers();
        assertThat(play()).isZero();
        assertThat(hub.dossiers()).isEqualTo(before);
        var messages =
                before.values().stream().mapToInt(d -> 1 + d.events().size()).sum();
        assertThat(shell.out()).contains("the hub had %,d of them already.".formatted(messages));
    }

    @Test
    void waitsForAHubThatIsBusy() {
        hub.busyFor(5);
        assertThat(play()).as(shell.out() + shell.err()).isZero();
    }

    @Test
    void isNotEqualWhenASystemHasNotTakenEverything() {
        hub.deliverAfter(0, "PARKED");
        assertThat(play()).isEqualTo(ExitCode.FAILED);
        assertThat(shell.out()).contains("DIFFERS", "NOT EQUAL.");
    }

    @Test
    void isNotEqualWhenTheHubHasAnotherDossierUnderTheSameCode() {
        play();
        hub.dossiers().values().iterator().next().registration().put("summary", "another");
        assertThat(play()).isEqualTo(ExitCode.FAILED);
        assertThat(shell.out()).contains("dossier.already-registered", "NOT EQUAL.");
    }

    @Test
    void tellsTheSimulatorWhichDossiersToRestampAndComparesWhatItShows() throws IOException {
        var asked = new AtomicReference<JsonNode>();
        var simulator = simulator(asked);
        try {
            var address =
                    "e-certification=http://localhost:" + simulator.getAddress().getPort();
            var code = shell.type("trial", "--dossiers", "300", "--simulators", address, "--json");
            assertThat(asked.get().get("clock").asText()).isEqualTo("message");
            assertThat(asked.get().get("dossiers")).isNotEmpty();
            var outcome = Json.MAPPER.readTree(shell.out());
            assertThat(outcome.get("counts").findValuesAsText("what")).contains("shown overdue there");
            // this hub read back the true reception of every dossier: nothing was restarted, so it is not as planned
            assertThat(outcome.get("equal").asBoolean()).isFalse();
            assertThat(code).isEqualTo(ExitCode.FAILED);
        } finally {
            simulator.stop(0);
        }
    }

    private int play() {
        return shell.type("trial", "--dossiers", "80", "--no-simulators", "--callers", "4");
    }

    private static HttpServer simulator(AtomicReference<JsonNode> asked) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                if (exchange.getRequestMethod().equals("PUT")) {
                    asked.set(Json.parse(exchange.getRequestBody().readAllBytes()));
                }
                var answer = Json.MAPPER.createObjectNode().put("tongSo", 9999);
                answer.set("hoSoQuaHan", asked.get().get("dossiers"));
                var bytes = answer.toString().getBytes(UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        return server;
    }
}
