package vn.lienthong.hub.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import vn.lienthong.hub.simulator.Simulator;

class LocalServersIT {
    private static final Path DEMO = Path.of("src/test/resources/packs/demo");

    @TempDir
    Path home;

    private int port;

    @BeforeEach
    void copyThePackToAFreePort() throws IOException {
        port = Ports.free();
        try (var files = Files.walk(DEMO)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = home.resolve(DEMO.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(file).replace("18199", String.valueOf(port)));
            }
        }
    }

    @Test
    void startsNothingWhereAnotherRunIs() {
        try (var first = Alone.in(home.resolve(".local"))) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> start(Map.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another local run keeps its data in");
            assertThat(home.resolve(".local/kafka")).doesNotExist();
        }
        Alone.in(home.resolve(".local")).close();
    }

    @Test
    void startsWhatTheHubNeedsAndKeepsWhatIsStored() {
        try (var servers = start(Map.of())) {
            assertThat(servers.properties())
                    .containsEntry("spring.datasource.username", "postgres")
                    .containsEntry("DEMO_USERNAME", "local-demo-username")
                    .containsEntry("DEMO_PASSWORD", "local-demo-password")
                    .containsEntry(
                            "hub.evidence.key",
                            home.resolve(".local/evidence-key.pem").toString());
            assertThat(home.resolve(".local/evidence-key.pem")).content().startsWith("-----BEGIN PRIVATE KEY-----");
            assertThat(servers.database()).startsWith("jdbc:postgresql://localhost:");
            assertThat(servers.broker()).startsWith("localhost:");
            demo(servers).store("papers", "p1", Map.of("id", "p1"));
        }
        try (var again = start(Map.of())) {
            assertThat(demo(again).port()).isEqualTo(port);
            assertThat(demo(again).state("papers").has("p1")).isTrue();
        }
    }

    @Test
    void usesWhatIsGivenInstead() {
        var given = new HashMap<String, Object>(Map.of(
                "hub.files.owner-key", "owners-are-hidden-by-somebody-else",
                "hub.files.folder", "/elsewhere/files",
                "hub.sign-in.key", "/elsewhere/sign-in.pem",
                "hub.subscriptions.key", "secrets-are-made-by-somebody-else",
                "spring.datasource.url", "jdbc:postgresql://elsewhere/hub",
                "spring.kafka.bootstrap-servers", "elsewhere:9092",
                "server.servlet.session.cookie.secure", "true",
                "DEMO_USERNAME", "somebody",
                "hub.evidence.key", "/elsewhere/key.pem"));
        given.put("hub.desk.citizen-key", "citizens-are-hidden-by-somebody-else");

        try (var servers = start(given)) {
            assertThat(servers.properties()).containsOnlyKeys("DEMO_PASSWORD");
            assertThat(servers.database()).isEqualTo("jdbc:postgresql://elsewhere/hub");
            assertThat(servers.broker()).isEqualTo("elsewhere:9092");
        }
        assertThat(home.resolve(".local/postgresql")).doesNotExist();
    }

    @Test
    void leavesNothingRunningWhenOneCannotStart() throws IOException {
        try (var taken = new ServerSocket(port)) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> start(Map.of())).isInstanceOf(RuntimeException.class);
        }
        assertThat(Postmaster.of(home.resolve(".local/postgresql/data"))).isEmpty();
    }

    private LocalServers start(Map<String, Object> given) {
        return LocalServers.start(home, home.resolve(".local"), environment(given));
    }

    private static Simulator demo(LocalServers servers) {
        assertThat(servers.simulators()).hasSize(1);
        return servers.simulators().getFirst();
    }

    private static ConfigurableEnvironment environment(Map<String, Object> given) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("given", given));
        return environment;
    }
}
