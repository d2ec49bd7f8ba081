package vn.lienthong.hub.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.lienthong.hub.connector.WalkedSteps;
import vn.lienthong.hub.live.Tree;

/** Tries what packs say of themselves: golden examples by their mappings, cases by their routes against their simulators. */
public final class TestRun {
    /** Enough that silences are waited for together, few enough that nobody is silent for want of a processor. */
    private static final int AT_ONCE = 4;

    private final Tree tree;
    private final Supplier<Simulators> simulators;
    private final WalkedSteps walked = new WalkedSteps();

    /** @param simulators asked when there is something to play */
    public TestRun(Tree tree, Supplier<Simulators> simulators) {
        this.tree = tree;
        this.simulators = simulators;
    }

    /** Whatever can have examples or cases: systems, and the platforms before them. */
    public List<String> packs() {
        try (var packs = Files.list(tree.integration())) {
            return packs.filter(Files::isDirectory)
                    .map(pack -> pack.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The results, pack by pack, each in the order of its files.
     *
     * @throws vn.lienthong.hub.live.Unsound with every mistake of cards, routes and mappings
     * @throws vn.lienthong.hub.catalog.MistakesFound with every mistake of tests
     * @throws Simulators.Missing when there are cases and nobody plays systems
     */
    public List<TestResult> of(Collection<String> packs) throws IOException {
        var cases = new TreeMap<String, List<PackTest>>();
        packs.stream()
                .filter(this::isPlayed)
                .forEach(pack -> cases.put(pack, PackTests.of(tree.integration().resolve(pack))));
        Map<String, List<TestResult>> played = cases.isEmpty() ? Map.of() : play(cases);
        var examples = new ExampleTests(tree);
        return packs.stream()
                .flatMap(pack ->
                        Stream.concat(examples.of(pack).stream(), played.getOrDefault(pack, List.of()).stream()))
                .toList();
    }

    /** The steps of the routes of those packs that were tried, as far as they have cases. */
    WalkedSteps walked() {
        return walked;
    }

    boolean isPlayed(String pack) {
        var folder = tree.integration().resolve(pack);
        return Files.isDirectory(folder.resolve("simulator")) && Files.exists(folder.resolve(PackTests.FILE));
    }

    /** Side by side: what takes time is the silence that cases wait for. */
    private Map<String, List<TestResult>> play(Map<String, List<PackTest>> cases) throws IOException {
        var running = new TreeMap<String, Future<List<TestResult>>>();
        try (var packs = new PlayedPacks(tree, cases.keySet(), simulators.get(), walked);
                var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var tests = new CaseTests(packs);
            cases.forEach((pack, all) -> running.put(
                    pack,
                    threads.submit(
                            () -> all.stream().map(test -> tests.of(pack, test)).toList())));
        }
        var results = new TreeMap<String, List<TestResult>>();
        running.forEach((pack, ended) -> results.put(pack, ended.resultNow()));
        return results;
    }
}
