package vn.lienthong.hub.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Connector;
import vn.lienthong.hub.local.LocalSystems;
import vn.lienthong.hub.simulator.Simulator;

/** Every pack that has a simulator, run by the connector alone against it. */
final class PlayedPacks implements AutoCloseable {
    private static final Path INTEGRATION = Path.of("integration");

    private final Map<String, Simulator> simulators = new TreeMap<>();
    private final RunningPacks packs;

    private PlayedPacks(Path home) throws IOException {
        all().forEach(system ->
                simulators.put(system, Simulator.of(INTEGRATION.resolve(system)).start()));
        packs = new RunningPacks(
                home, all(), environment(), context -> context.registerBean("eventSignature", Signature.class));
    }

    static PlayedPacks start(Path home) throws IOException {
        return new PlayedPacks(home);
    }

    static List<String> all() {
        try (var folders = Files.list(INTEGRATION)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("simulator")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In place of the one of subscriptions, of which there are none here. */
    static final class Signature {
        public String sign(String receiver, String id, String timestamp, byte[] body) {
            return "v1," + id;
        }
    }

    /** The addresses of the simulators, and little patience, so that silence is soon known for what it is. */
    private Map<String, Object> environment() throws IOException {
        var values = new HashMap<String, Object>(LocalSystems.secrets(INTEGRATION));
        for (var simulator : simulators.values()) {
            var prefix =
                    "HUB_SYSTEMS_" + simulator.name().toUpperCase(Locale.ROOT).replace('-', '_');
            values.put(prefix + "_URL", simulator.url() + path(simulator.name()));
            values.put(prefix + "_TIMEOUT", "4s");
            // the platform before a system is played by the same simulator; a card without it does not care
            values.put(prefix + "_ADDRESSES", "any");
            values.put(prefix + "_TOKENURL", simulator.url() + "/token");
        }
        return values;
    }

    private static String path(String system) throws IOException {
        var card = Example.card(INTEGRATION.resolve(system));
        return URI.create(card.get("url").asText()).getPath();
    }

    Simulator simulator(String system) {
        return java.util.Objects.requireNonNull(simulators.get(system));
    }

    Connector connector() {
        return packs.connector();
    }

    SystemCard card(String system) {
        return packs.card(system);
    }

    @Override
    public void close() {
        packs.close();
        simulators.values().forEach(Simulator::close);
    }
}
