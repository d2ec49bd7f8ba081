package vn.lienthong.hub.pack;

import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Connector;
import vn.lienthong.hub.connector.WalkedSteps;
import vn.lienthong.hub.live.Tree;

/** Some packs, each run by its routes alone against its own simulator. */
final class PlayedPacks implements AutoCloseable {
    /** So that silence is soon known for what it is. */
    private static final String PATIENCE = "4s";

    private final Tree tree;
    private final Map<String, PlayedSystem> simulators = new TreeMap<>();
    private final RunningPacks packs;

    /** @throws vn.lienthong.hub.live.Unsound with every mistake of the files */
    PlayedPacks(Tree tree, Collection<String> systems, Simulators playing, WalkedSteps walked) throws IOException {
        this.tree = tree;
        try {
            systems.forEach(system -> simulators.put(
                    system, playing.of(tree.integration().resolve(system)).start()));
            packs = new RunningPacks(tree, systems, environment(), context -> {
                context.registerBean("eventSignature", SampleSignature.class);
                context.registerBean(WalkedSteps.class, () -> walked);
            });
        } catch (IOException | RuntimeException e) {
            simulators.values().forEach(PlayedSystem::close);
            throw e;
        }
    }

    /** In place of the one of subscriptions, of which there are none here. */
    static final class SampleSignature {
        public String sign(String receiver, String id, String timestamp, byte[] body) {
            return "v1," + id;
        }
    }

    /** The addresses of the simulators, and little patience. */
    private Map<String, String> environment() {
        var values = new HashMap<>(SampleCredentials.of(tree.integration()));
        simulators.values().forEach(simulator -> values.putAll(environment(simulator)));
        return values;
    }

    private Map<String, String> environment(PlayedSystem simulator) {
        var card = Example.card(tree.integration().resolve(simulator.name()));
        var prefix = "HUB_SYSTEMS_" + simulator.name().toUpperCase(Locale.ROOT).replace('-', '_');
        var values = new HashMap<String, String>();
        values.put(
                prefix + "_URL",
                simulator.url() + URI.create(card.path("url").asText()).getPath());
        values.put(prefix + "_TIMEOUT", PATIENCE);
        if (card.path("subscribers").has("addresses")) {
            values.put(prefix + "_ADDRESSES", "any");
        }
        if (card.path("settings").has("tokenUrl")) { // of the platform before it, which the same simulator plays
            values.put(prefix + "_TOKENURL", simulator.url() + "/token");
        }
        return values;
    }

    PlayedSystem simulator(String system) {
        return Objects.requireNonNull(simulators.get(system));
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
        simulators.values().forEach(PlayedSystem::close);
    }
}
