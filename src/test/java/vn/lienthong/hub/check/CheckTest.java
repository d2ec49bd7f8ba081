package vn.lienthong.hub.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hub.live.Tree;

class CheckTest {
    private static final int PLANTED = 100;
    private static final long SEED = 20250812;

    @TempDir
    Path folder;

    @Test
    void findsNothingInOurOwnTree() {
        assertThat(Check.of(Tree.in(Path.of("")))).isEmpty();
    }

    /** A mistake in one file of a system can hide another one, so each round plants one for each system. */
    @Test
    void findsAHundredPlantedMistakesInTheFilesWhereTheyAre() {
        var kinds = new ArrayList<>(Plant.all());
        assertThat(kinds).hasSizeGreaterThan(20);
        var dice = new Random(SEED);
        var waiting = new ArrayList<Plant>();
        int planted = 0;
        for (int round = 0; planted < PLANTED; round++) {
            var tree = Copy.copiedTo(folder.resolve("round-" + round));
            var expected = new LinkedHashMap<Plant, Path>();
            for (var system : systems(dice)) {
                if (waiting.isEmpty()) {
                    waiting.addAll(kinds);
                    Collections.shuffle(waiting, dice);
                }
                plantOne(tree, system, waiting, expected);
            }
            planted += expected.size();
            assertAllFound(tree, expected);
        }
        assertThat(planted).isGreaterThanOrEqualTo(PLANTED);
    }

    /** Half-written files, and files of something else: all is told, nothing is thrown. */
    @Test
    void endsWhateverTheFilesHold() {
        var dice = new Random(SEED);
        for (int round = 0; round < 2; round++) {
            var copy = Copy.copiedTo(folder.resolve("broken-" + round));
            var files = new ArrayList<>(Copy.below(copy.root()));
            Collections.shuffle(files, dice);
            files.stream().limit(100).forEach(file -> spoil(copy, file, dice));

            assertThat(Check.of(Tree.in(copy.root()))).hasSizeGreaterThan(20);
        }
    }

    private static void spoil(Copy copy, Path file, Random dice) {
        var text = Copy.text(file);
        var at = dice.nextInt(text.length() + 1);
        var junk = List.of("\u0000", "{{", "]", "&a [*a]", "\"", "\n\t- : :", "? [x]: y\n", "0x1F", ": .inf", "(((((");
        switch (dice.nextInt(4)) {
            case 0 -> copy.create(file, text.substring(0, at));
            case 1 ->
                copy.create(file, text.substring(0, at) + junk.get(dice.nextInt(junk.size())) + text.substring(at));
            case 2 -> copy.delete(file);
            default -> copy.create(file, "");
        }
    }

    private static void plantOne(Copy tree, String system, List<Plant> waiting, Map<Plant, Path> expected) {
        for (var plant : List.copyOf(waiting)) {
            if (!expected.containsKey(plant)) {
                var file = plant.planting().in(tree, system);
                if (file.isPresent()) {
                    expected.put(plant, file.get().normalize());
                    waiting.remove(plant);
                    return;
                }
            }
        }
    }

    private static void assertAllFound(Copy tree, Map<Plant, Path> expected) {
        var findings = Check.of(Tree.in(tree.root()));
        expected.forEach((plant, file) -> assertThat(findings)
                .as(
                        "%s in %s among%n%s",
                        plant.name(),
                        file,
                        findings.stream().map(Finding::toString).collect(Collectors.joining("\n")))
                .anyMatch(finding ->
                        finding.rule() == plant.rule() && finding.file().equals(file)));
    }

    private static List<String> systems(Random dice) {
        var systems = Copy.in(Path.of("integration")).stream()
                .map(pack -> pack.getFileName().toString())
                .filter(system -> !system.equals("platform"))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(systems, dice);
        return systems;
    }
}
