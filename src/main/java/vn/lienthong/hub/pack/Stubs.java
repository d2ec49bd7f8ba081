package vn.lienthong.hub.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import vn.lienthong.hub.json.Json;

/** The stubs of a simulator, as far as others must know them. */
final class Stubs {
    private Stubs() {}

    /** Where it listens; longest first. */
    static List<String> paths(Path folder) throws IOException {
        var paths = new TreeSet<String>(
                (one, other) -> one.length() == other.length() ? one.compareTo(other) : other.length() - one.length());
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (var file :
                        files.filter(one -> one.toString().endsWith(".json")).toList()) {
                    var path = Json.parse(Files.readAllBytes(file))
                            .at("/request/urlPath")
                            .asText();
                    if (!path.isEmpty()) {
                        paths.add(path);
                    }
                }
            }
        }
        return List.copyOf(paths);
    }
}
