package vn.lienthong.hub.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.lienthong.hub.live.Tree;

/** The files of a system that nothing is known of yet: complete, sound, and played by a simulator of its own. */
public final class NewPack {
    private static final String MADE_UP = "new-system/";
    private static final String MADE_UP_SOAP = "new-system-soap/";
    private static final String OF_CONTRACT = "new-system-of-openapi/";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 40;
    /** They are folders, or words of commands, of something else. */
    private static final Set<String> TAKEN = Set.of("catalogue", "from", "hub", "journeys", "platform", "platforms");

    private static final int FIRST_PORT = 18201;
    private static final Pattern PORT = Pattern.compile(":(\\d+)");

    private final Tree tree;
    private final String name;
    private final String templates;
    private final Map<String, String> words = new LinkedHashMap<>();

    private NewPack(Tree tree, String name, String templates) throws IOException {
        this.tree = tree;
        this.name = name;
        this.templates = templates;
        words.put("name", name);
        words.put("NAME", name.toUpperCase(Locale.ROOT).replace('-', '_'));
        words.put("port", Integer.toString(freePort()));
    }

    /** The name cannot be used, or is used already. */
    public static final class NotNew extends RuntimeException {
        NotNew(String message) {
            super(message);
        }
    }

    /**
     * Writes every file of a new system, with a contract that is made up.
     *
     * @return the files, in the order of their names
     * @throws NotNew before anything is written
     */
    public static List<Path> write(Tree tree, String name) throws IOException {
        refuseNoName(name);
        return new NewPack(tree, name, MADE_UP).write(Map.of());
    }

    /** The same, of a system that speaks SOAP. */
    public static List<Path> writeSoap(Tree tree, String name) throws IOException {
        refuseNoName(name);
        return new NewPack(tree, name, MADE_UP_SOAP).write(Map.of());
    }

    /**
     * Writes every file of a new system that is told by an operation of an OpenAPI contract.
     *
     * @param operation its operationId, or its method and path; nothing for the first that will do
     * @return the files, in the order of their names
     * @throws NotNew before anything is written; also where no pack can be made of the contract
     */
    public static List<Path> write(Tree tree, String name, Path openapi, @Nullable String operation)
            throws IOException {
        refuseNoName(name);
        try {
            var pack = new NewPack(tree, name, OF_CONTRACT);
            pack.words.putAll(
                    OpenApiWords.of(OpenApiOperation.in(openapi, operation), pack.words.get("NAME") + "_KEY"));
            var contract = tree.integration().resolve(name).resolve("contract").resolve(openapi.getFileName());
            return pack.write(Map.of(contract, Files.readString(openapi)));
        } catch (OpenApiOperation.Unfit e) {
            throw new NotNew(String.valueOf(e.getMessage()));
        }
    }

    private static void refuseNoName(String name) {
        if (!NAME.matcher(name).matches() || name.length() > LONGEST || TAKEN.contains(name)) {
            throw new NotNew(
                    "'%s' is no name for a system: lower case, digits and single hyphens, such as land-register"
                            .formatted(name));
        }
    }

    private void refuseOld() {
        for (var path : List.of(
                tree.integration().resolve(name),
                tree.routes().resolve(name + ".camel.yaml"),
                tree.mappings().resolve(name))) {
            if (Files.exists(path)) {
                throw new NotNew("there is %s already; nothing is overwritten".formatted(path));
            }
        }
    }

    private List<Path> write(Map<Path, String> given) throws IOException {
        refuseOld();
        var files = new LinkedHashMap<>(given);
        templates().forEach((template, text) -> files.put(file(template), filled(text)));
        for (var file : files.entrySet()) {
            Files.createDirectories(Objects.requireNonNull(file.getKey().getParent()));
            Files.writeString(file.getKey(), file.getValue());
        }
        return files.keySet().stream().sorted().toList();
    }

    private String filled(String template) {
        var text = template;
        for (var word : words.entrySet()) {
            text = text.replace("@" + word.getKey() + "@", word.getValue());
        }
        return text;
    }

    /** By their path under the folder of templates. */
    private Map<String, String> templates() throws IOException {
        var found = new LinkedHashMap<String, String>();
        var resolver = new PathMatchingResourcePatternResolver(NewPack.class.getClassLoader());
        for (var resource : resolver.getResources("classpath:" + templates + "**/*.*")) {
            var url = resource.getURL().toString();
            if (resource.isReadable() && !url.endsWith("/")) { // folders of examples have a dot in their names, too
                found.put(
                        url.substring(url.lastIndexOf(templates) + templates.length()),
                        resource.getContentAsString(StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    private Path file(String template) {
        var folder = template.substring(0, template.indexOf('/'));
        var below = template.substring(folder.length() + 1).replace("NAME", name);
        return switch (folder) {
            case "integration" -> tree.integration().resolve(below);
            case "routes" -> tree.routes().resolve(below);
            default -> tree.mappings().resolve(below);
        };
    }

    /** The simulator of each system has a port of its own. */
    private int freePort() throws IOException {
        try (var packs = Files.list(tree.integration())) {
            var used = packs.map(
                            pack -> PORT.matcher(Example.card(pack).path("url").asText()))
                    .flatMap(matcher -> matcher.results().map(found -> Integer.parseInt(found.group(1))))
                    .collect(Collectors.toSet());
            int port = FIRST_PORT;
            while (used.contains(port)) {
                port++;
            }
            return port;
        }
    }
}
