package vn.lienthong.hub.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.lienthong.hub.simulator.Simulator;

/** Every system under {@code integration/} that has a simulator, played on the port of its card. */
public final class LocalSystems implements AutoCloseable {
    private static final Pattern SECRET = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)\\}");

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
        int port = URI.create(String.valueOf(card(folder).get("url"))).getPort();
        var simulator = Simulator.of(folder).keeping(data.resolve(folder.getFileName() + ".journal"));
        return simulator.calling(hub).start(port);
    }

    /** For every {@code ${NAME}} among the credentials of a card a value, obviously fake. */
    public static Map<String, String> secrets(Path integration) {
        var secrets = new TreeMap<String, String>();
        for (var folder : folders(integration)) {
            var names = SECRET.matcher(String.valueOf(card(folder).get("credentials")));
            while (names.find()) {
                var name = names.group(1);
                secrets.put(name, "local-" + name.toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
        return secrets;
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

    private static Map<String, Object> card(Path folder) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Files.readString(folder.resolve("system.yaml")));
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
