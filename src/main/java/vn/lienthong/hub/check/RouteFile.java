package vn.lienthong.hub.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.YamlFile;

/**
 * One file of routes.
 *
 * @param system whose routes they are, or the platform
 * @param prefix that the ids of its routes begin with
 */
record RouteFile(YamlFile yaml, String system, boolean platform, String prefix) {
    private static final String SUFFIX = ".camel.yaml";

    static List<RouteFile> all(List<Path> files, Mistakes mistakes) {
        var routes =
                files.stream().filter(file -> file.toString().endsWith(SUFFIX)).toList();
        return mistakes.ofEach(
                routes, (file, noted) -> YamlFile.readList(file, noted).map(RouteFile::of));
    }

    private static RouteFile of(YamlFile yaml) {
        var system = yaml.file().getFileName().toString().replace(SUFFIX, "");
        var platform = House.folder(yaml.file()).endsWith("platforms");
        return new RouteFile(yaml, system, platform, (platform ? "platform." : "") + system + ".");
    }

    List<String> ids() {
        var ids = new ArrayList<String>();
        routes((pointer, route) -> ids.add(route.path("id").asText()));
        return ids;
    }

    /** Each route with the JSON pointer to it. */
    void routes(BiConsumer<String, JsonNode> each) {
        for (int i = 0; i < yaml.tree().size(); i++) {
            if (yaml.tree().get(i).path("route").isObject()) {
                each.accept("/" + i + "/route", yaml.tree().get(i).get("route"));
            }
        }
    }

    /** Every value below a pointer, with its own pointer. */
    static void walk(JsonNode node, String pointer, BiConsumer<String, JsonNode> each) {
        each.accept(pointer, node);
        node.properties().forEach(field -> walk(field.getValue(), pointer + "/" + escaped(field.getKey()), each));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(node.get(i), pointer + "/" + i, each);
        }
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
