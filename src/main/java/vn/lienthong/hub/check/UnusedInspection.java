package vn.lienthong.hub.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import vn.lienthong.hub.mapping.MappingBroken;
import vn.lienthong.hub.mapping.Mentions;

/** Mappings, modules and lists that nothing names. */
final class UnusedInspection implements Inspection {
    private static final String JSLT = ".jslt";
    private static final Pattern DYNAMIC = Pattern.compile("\\$\\{[^}]*}");

    private final House house;
    private final Set<Path> used = new HashSet<>();
    private final Set<Path> lookedUpByName = new HashSet<>();

    UnusedInspection(House house) {
        this.house = house;
    }

    @Override
    public void inspect(Findings findings) {
        house.routes().forEach(this::useOfRoutes);
        house.listing().below(house.tree().mappings()).forEach(this::useOfMapping);
        for (var folder : house.listing().in(house.tree().mappings())) {
            if (!folder.equals(house.tree().catalogue())) {
                house.listing().below(folder).stream()
                        .filter(file -> !isUsed(file))
                        .forEach(file -> findings.add(file, Rule.FILE_UNUSED, name(file)));
            }
        }
    }

    /** The form that a system understands is read by people, and by the editor of forms. */
    private boolean isUsed(Path file) {
        return used.contains(file.normalize())
                || file.toString().endsWith(".schema.json")
                || file.toString().endsWith(".csv") && lookedUpByName.contains(file.getParent());
    }

    private String name(Path file) {
        return house.tree().mappings().relativize(file).toString().replace('\\', '/');
    }

    private void useOfRoutes(RouteFile file) {
        RouteFile.walk(file.yaml().tree(), "", (pointer, node) -> {
            var text = node.asText();
            if (node.isTextual() && text.startsWith("map:")) {
                use(text.substring("map:".length()).replaceFirst("\\?.*", ""));
            }
        });
    }

    private void use(String name) {
        if (!DYNAMIC.matcher(name).find()) {
            used.add(house.tree().mappings().resolve(name + JSLT).normalize());
            return;
        }
        var parts = DYNAMIC.split(name, -1);
        var pattern = Pattern.compile(
                java.util.Arrays.stream(parts).map(Pattern::quote).collect(java.util.stream.Collectors.joining(".+")));
        house.mappingNames().stream()
                .filter(known -> pattern.matcher(known).matches())
                .forEach(known ->
                        used.add(house.tree().mappings().resolve(known + JSLT).normalize()));
    }

    private void useOfMapping(Path file) {
        if (!file.toString().endsWith(JSLT)) {
            return;
        }
        try {
            var mentions = Mentions.of(file.toString(), Files.readString(file));
            mentions.lookups()
                    .forEach(lookup ->
                            used.add(file.resolveSibling(lookup.list() + ".csv").normalize()));
            mentions.imports().forEach(module -> {
                used.add(file.resolveSibling(module).normalize());
                used.add(house.tree().mappings().resolve(module).normalize());
            });
            if (mentions.looksUpByName()) {
                lookedUpByName.add(file.getParent());
            }
        } catch (MappingBroken | IOException e) {
            lookedUpByName.add(file.getParent()); // who knows what it would have named; that it is broken is told
        }
    }
}
