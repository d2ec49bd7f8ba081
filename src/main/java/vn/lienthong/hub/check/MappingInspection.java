package vn.lienthong.hub.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import vn.lienthong.hub.catalog.Place;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.mapping.Dialect;
import vn.lienthong.hub.mapping.MappingBroken;
import vn.lienthong.hub.mapping.Mentions;

/** The mappings of one system: whether they compile, and whether what they name is there. */
final class MappingInspection {
    private static final Pattern VARIABLE = Pattern.compile("variable \\$(\\S+)");
    private static final Pattern FUNCTION = Pattern.compile("(?i)function:? '?([A-Za-z0-9:-]+)'?");
    private static final Pattern TABLE = Pattern.compile("no table (\\S+)\\.json");

    private final House house;

    MappingInspection(House house) {
        this.house = house;
    }

    void inspect(Path folder, Findings findings) {
        var system = folder.getFileName().toString();
        house.mappingNames().stream()
                .filter(name -> name.startsWith(system + "/"))
                .forEach(name -> compile(name, findings));
        for (var file : House.files(folder)) {
            if (file.toString().endsWith(".jslt")) {
                inspectKeys(file, findings);
            } else if (file.toString().endsWith(".json")) {
                JsonFile.read(file, findings);
            }
        }
    }

    private void compile(String name, Findings findings) {
        try {
            house.mappings().mapping(name);
        } catch (MappingBroken e) {
            e.found().forEach(problem -> add(name, problem, findings));
        }
    }

    private void add(String name, MappingBroken.Problem problem, Findings findings) {
        var file = problem.file().isEmpty() ? name + ".jslt" : problem.file();
        var place = new Place(
                house.tree().mappings().resolve(file), Math.max(1, problem.line()), Math.max(1, problem.column()));
        for (var clue : List.of(
                new Clue(VARIABLE, Dialect.MAPPING.variables()),
                new Clue(FUNCTION, house.mappings().functions()),
                new Clue(TABLE, tables(place.file())))) {
            var named = clue.pattern.matcher(problem.what());
            if (named.find()) {
                findings.addMisnamed(place, named.group(1), clue.known, Rule.MAPPING_BROKEN, problem.what());
                return;
            }
        }
        findings.add(place, Rule.MAPPING_BROKEN, problem.what());
    }

    /** How a text names what is unknown, and what might have been meant. */
    private record Clue(Pattern pattern, Collection<String> known) {}

    private static List<String> tables(Path mapping) {
        return House.list(House.folder(mapping)).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".json"))
                .map(name -> name.replace(".json", ""))
                .toList();
    }

    /** A key that stands in the mapping as a text can be looked for in the table now. */
    private void inspectKeys(Path file, Findings findings) {
        try {
            for (var lookup :
                    Mentions.of(file.toString(), Files.readString(file)).lookups()) {
                var table = table(file, lookup.table());
                if (lookup.key() != null && Files.exists(table)) {
                    var entries = Json.parse(Files.readAllBytes(table));
                    if (!entries.has(lookup.key())) {
                        var known = entries.properties().stream()
                                .map(java.util.Map.Entry::getKey)
                                .toList();
                        findings.addMisnamed(
                                new Place(file, lookup.line(), lookup.column()),
                                lookup.key(),
                                known,
                                Rule.TABLE_ENTRY,
                                lookup.table(),
                                lookup.key());
                    }
                }
            }
        } catch (MappingBroken | Json.UnreadableJson e) {
            return; // told where it is compiled, or where the table is read
        } catch (java.io.IOException e) {
            findings.add(file, Rule.FILE_UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private Path table(Path mapping, String name) {
        var folder = name.contains("/") ? house.tree().mappings() : House.folder(mapping);
        return folder.resolve(name + ".json");
    }
}
