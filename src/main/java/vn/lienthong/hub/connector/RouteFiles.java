package vn.lienthong.hub.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.YamlFile;

/** The files of routes: loads them one by one, so that whatever is wrong is said of a file and a line. */
final class RouteFiles {
    private static final String FILES = ".camel.yaml";

    private final CamelContext context;
    private final Mistakes mistakes;
    private final Map<String, Path> seen = new HashMap<>();

    /** @param context started */
    RouteFiles(CamelContext context, Mistakes mistakes) {
        this.context = context;
        this.mistakes = mistakes;
    }

    /** Whether a route that begins so does nothing by itself. */
    static boolean isCalled(String from) {
        return from.startsWith("direct:");
    }

    void load(Path folder) {
        for (var file : files(folder)) {
            YamlFile.readList(file, mistakes)
                    .filter(yaml -> isSound(file, yaml))
                    .ifPresent(yaml -> load(file, yaml));
        }
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(FILES)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of two routes of one name Camel would silently keep the later one. */
    private boolean isSound(Path file, YamlFile yaml) {
        var sound = true;
        for (int i = 0; i < yaml.tree().size(); i++) {
            var wrong = wrong(file, yaml.tree().get(i));
            if (wrong.isPresent()) {
                yaml.mistake("/" + i + "/route/id", wrong.get(), mistakes);
                sound = false;
            }
        }
        return sound;
    }

    private Optional<String> wrong(Path file, JsonNode item) {
        if (item.size() != 1 || !item.path("route").isObject()) {
            return Optional.of("only routes stand here");
        }
        var id = item.at("/route/id").asText();
        if (id.isEmpty()) {
            return Optional.of("the route has no id");
        }
        var first = seen.putIfAbsent(id, file);
        return first == null
                ? Optional.empty()
                : Optional.of("there is a route %s already, in %s".formatted(id, first.getFileName()));
    }

    private void load(Path file, YamlFile yaml) {
        try {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.resolveMandatoryResource(context, "file:" + file));
        } catch (Exception | StackOverflowError e) {
            new RouteFailure(yaml).tell(e, mistakes);
        }
    }
}
