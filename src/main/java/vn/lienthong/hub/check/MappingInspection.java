package vn.lienthong.hub.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.lienthong.hub.catalog.CodeList;
import vn.lienthong.hub.catalog.CodeLists;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.Place;
import vn.lienthong.hub.mapping.Dialect;
import vn.lienthong.hub.mapping.MappingBroken;
import vn.lienthong.hub.mapping.Mentions;

/** The mappings of one system: whether they compile, and whether what they name is there. */
final class MappingInspection {
    private static final Pattern VARIABLE = Pattern.compile("variable \\$(\\S+)");
    private static final Pattern FUNCTION = Pattern.compile("(?i)function:? '?([A-Za-z0-9:-]+)'?");
    private static final Pattern LIST = Pattern.compile("no list (\\S+)");

    private final House house;
    /** A list is looked at by many mappings. */
    private final Map<Path, Set<String>> codes = new ConcurrentHashMap<>();

    MappingInspection(House house) {
        this.house = house;
    }

    void inspect(Path folder, Findings findings) {
        var system = folder.getFileName().toString();
        house.mappingNames().stream()
                .filter(name -> name.startsWith(system + "/"))
                .forEach(name -> compile(name, findings));
        for (var file : house.listing().below(folder)) {
            if (file.toString().endsWith(".jslt")) {
                inspectCodes(file, findings);
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
                new Clue(LIST, lists(place.file())))) {
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

    private List<String> lists(Path mapping) {
        return Stream.concat(
                        CodeLists.in(House.folder(mapping)).stream().map(CodeLists::name),
                        house.lists().all().keySet().stream().map(House.SHARED::concat))
                .toList();
    }

    /** A code that stands in the mapping as a text can be looked for in the list now. */
    private void inspectCodes(Path file, Findings findings) {
        try {
            for (var lookup :
                    Mentions.of(file.toString(), Files.readString(file)).lookups()) {
                var list = house.list(House.folder(file), lookup.list());
                if (lookup.code() != null && Files.exists(list)) {
                    var known = codes.computeIfAbsent(
                            list, csv -> CodeList.read(csv, new Mistakes()).codes());
                    if (!known.contains(lookup.code())) {
                        findings.addMisnamed(
                                new Place(file, lookup.line(), lookup.column()),
                                lookup.code(),
                                known,
                                Rule.TABLE_ENTRY,
                                lookup.list(),
                                lookup.code());
                    }
                }
            }
        } catch (MappingBroken e) {
            return; // told where it is compiled
        } catch (java.io.IOException e) {
            findings.add(file, Rule.FILE_UNREADABLE, String.valueOf(e.getMessage()));
        }
    }
}
