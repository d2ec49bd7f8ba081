package vn.lienthong.hub.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.lienthong.hub.catalog.Place;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.mapping.MappingBroken;
import vn.lienthong.hub.mapping.MappingFailed;
import vn.lienthong.hub.mapping.UnreadableBody;
import vn.lienthong.hub.mapping.UnreadableXml;
import vn.lienthong.hub.pack.Example;
import vn.lienthong.hub.pack.GoldenRun;

/** The golden examples of one pack: every mapping has one, every one is whole and comes out as it says. */
final class ExampleInspection {
    private final House house;
    private final GoldenRun golden;

    ExampleInspection(House house) {
        this.house = house;
        this.golden = new GoldenRun(house.mappings(), house.cards());
    }

    void inspect(Path pack, Findings findings) {
        var system = pack.getFileName().toString();
        var files = house.listing().below(pack.resolve(Example.FOLDER));
        var names = files.stream().map(Path::toString).collect(Collectors.toCollection(TreeSet::new));
        files.forEach(file -> inspectFile(file, names, findings));
        var examples = Example.of(pack, house.written(system));
        for (var example : examples) {
            var mapping = system + "/" + example.mapping();
            if (!house.mappingNames().contains(mapping)) {
                findings.addMisnamed(
                        Place.start(example.in()), mapping, house.mappingNames(), Rule.MAPPING_UNKNOWN, mapping);
            } else if (Files.exists(example.out())) {
                run(example, findings);
            }
        }
        house.mappingNames().stream()
                .filter(name -> name.startsWith(system + "/"))
                .filter(name -> examples.stream().noneMatch(example -> name.equals(system + "/" + example.mapping())))
                .forEach(name ->
                        findings.add(house.tree().mappings().resolve(name + ".jslt"), Rule.EXAMPLE_MISSING, name));
    }

    private static void inspectFile(Path file, NavigableSet<String> names, Findings findings) {
        var name = file.getFileName().toString();
        var half = name.replaceFirst("\\.(in|out|vars)\\.[a-z]+$", "");
        if (name.contains(".in.") && !beside(file, half + ".out.", names)) {
            findings.add(file, Rule.EXAMPLE_HALF, half + ".out.json");
        } else if ((name.contains(".out.") || name.contains(".vars.")) && !beside(file, half + ".in.", names)) {
            findings.add(file, Rule.EXAMPLE_HALF, half + ".in.json");
        }
    }

    private static boolean beside(Path file, String begin, NavigableSet<String> names) {
        var wanted = file.resolveSibling(begin).toString();
        var next = names.ceiling(wanted);
        return next != null && next.startsWith(wanted);
    }

    private void run(Example example, Findings findings) {
        try {
            golden.of(example).stream()
                    .findFirst()
                    .ifPresent(difference -> findings.add(
                            example.place(difference),
                            Rule.EXAMPLE_DIFFERS,
                            example.name() + difference.pointer(),
                            difference.what()));
        } catch (MappingFailed e) {
            findings.add(failed(example, e), Rule.EXAMPLE_FAILS, example.name(), String.valueOf(e.getMessage()));
        } catch (UnreadableBody | UnreadableXml e) {
            findings.add(example.in(), Rule.FILE_SYNTAX, String.valueOf(e.getMessage()));
        } catch (MappingBroken | Json.UnreadableJson e) {
            return; // told where the file is read
        } catch (IOException e) {
            findings.add(example.in(), Rule.FILE_UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    /** In the list that lacks a code, else in the input that the mapping stumbled over. */
    private Path failed(Example example, MappingFailed e) {
        var mappings = house.tree().mappings();
        Optional<Path> list = e.list().map(name -> house.list(mappings.resolve(example.system()), name));
        return list.orElse(example.in());
    }
}
