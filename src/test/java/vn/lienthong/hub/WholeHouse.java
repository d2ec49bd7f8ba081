package vn.lienthong.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.lienthong.hub.local.LocalClient;
import vn.lienthong.hub.local.LocalCredentials;
import vn.lienthong.hub.local.LocalEvidenceKey;
import vn.lienthong.hub.local.LocalKafka;
import vn.lienthong.hub.local.LocalKey;
import vn.lienthong.hub.local.LocalSignIn;
import vn.lienthong.hub.simulator.Simulator;

/** One running hub with all that the local run has, a broker and every system played; only the addresses are others. */
@ResourceLock("whole house")
@SpringBootTest(
        classes = {LocalSignIn.class, LocalCredentials.class, Hub.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hub.local.folder=target/local-sign-in",
            "hub.edition.enabled=true",
            "hub.systems.webhook.addresses=any",
            "hub.subscriptions.key=secrets-of-the-house-are-made-from-this"
        })
@ContextConfiguration(initializers = TestHub.class)
public abstract class WholeHouse {
    private static final Path INTEGRATION = Path.of("integration");
    private static final LocalKafka BROKER = LocalKafka.temporary();
    private static final Map<String, Simulator> SIMULATORS = new TreeMap<>();

    @Autowired
    private LocalKey key;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        properties.add("spring.kafka.bootstrap-servers", BROKER::bootstrapServers);
        properties.add("hub.evidence.key", () -> LocalEvidenceKey.in(Path.of("target/local-sign-in")));
        for (var system : played()) {
            var simulator = Simulator.of(INTEGRATION.resolve(system)).start();
            var card = card(system);
            var path = address(card).getPath();
            SIMULATORS.put(system, simulator);
            properties.add("hub.systems.%s.url".formatted(system), () -> simulator.url() + path);
            if (String.valueOf(card.get("settings")).contains("tokenUrl")) {
                // of the platform before it, which the same simulator plays
                properties.add("hub.systems.%s.token-url".formatted(system), () -> simulator.url() + "/token");
            }
        }
    }

    private static List<String> played() {
        return systems().stream()
                .filter(system -> Files.isDirectory(INTEGRATION.resolve(system).resolve("simulator")))
                .toList();
    }

    /** Every system that has a card. */
    protected static List<String> systems() {
        try (var folders = Files.list(INTEGRATION)) {
            return folders.filter(folder -> Files.exists(folder.resolve("system.yaml")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As its card has it. */
    private static URI address(Map<String, Object> card) {
        return URI.create(String.valueOf(card.get("url")));
    }

    private static Map<String, Object> card(String system) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Files.readString(INTEGRATION.resolve(system).resolve("system.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected static Simulator simulator(String system) {
        return java.util.Objects.requireNonNull(SIMULATORS.get(system));
    }

    protected static void calm() {
        SIMULATORS.values().forEach(Simulator::calm);
    }

    /** A text with the addresses of the local run, with those of this house instead. */
    protected String here(String text) {
        var here = text.replace("http://localhost:8080", hub());
        for (var simulator : SIMULATORS.entrySet()) {
            var address = address(card(simulator.getKey()));
            here = here.replace(
                    address.getScheme() + "://" + address.getAuthority(),
                    simulator.getValue().url());
        }
        return here;
    }

    protected String hub() {
        return "http://localhost:" + port;
    }

    protected Door door(LocalClient client) {
        return new Door(port, key, client);
    }
}
