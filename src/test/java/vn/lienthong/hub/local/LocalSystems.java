package vn.lienthong.hub.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.hub.pack.Example;
import vn.lienthong.hub.simulator.Simulator;

/** Every system under {@code integration/} that has a simulator, played on the port of its card. */
public final class LocalSystems implements AutoCloseable {
    private final List<Simulator> simulators = new ArrayList<>();

    /** @param hub that they call by themselves */
    static LocalSystems start(Path integration, Path data, String hub) {
        var systems = new LocalSystems();
        try {
            folders(integration).stream()
                    .filter(folder -> Files.isDirectory(folder.resolve("simulator")))
                    .forEach(folder -> systems.simulators.add(play(folder, data, hub)));
            return systems;
        } catch (RuntimeException e) {
            systems.close();
            throw e;
        }
    }

    private static Simulator play(Path folder, Path data, String hub) {
        int port = URI.create(Example.card(folder).get("url").asText()).getPort();
        var simulator = Simulator.of(folder).keeping(data.resolve(folder.getFileName() + ".journal"));
        return simulator.calling(hub).start(port);
    }

    private static List<Path> folders(Path integration) {
        try (var folders = Files.list(integration)) {
            return folders.filter(folder -> Files.exists(folder.resolve("system.yaml")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Simulator> simulators() {
        return List.copyOf(simulators);
    }

    @Override
    public void close() {
        simulators.forEach(Simulator::close);
    }
}
