package vn.lienthong.hub.pack;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import vn.lienthong.hub.catalog.OutcomeRule;
import vn.lienthong.hub.catalog.Place;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.live.Tree;
import vn.lienthong.hub.mapping.MappingBroken;
import vn.lienthong.hub.mapping.MappingFailed;
import vn.lienthong.hub.mapping.UnreadableBody;
import vn.lienthong.hub.mapping.UnreadableXml;

/** The golden examples of packs as tests: what goes out, and what comes in. */
final class ExampleTests {
    private final Tree tree;
    private final GoldenRun golden;

    ExampleTests(Tree tree) {
        this.tree = tree;
        this.golden = GoldenRun.of(tree);
    }

    List<TestResult> of(String system) {
        return Example.of(tree.integration().resolve(system)).stream()
                .map(this::result)
                .toList();
    }

    private TestResult result(Example example) {
        var begin = System.nanoTime();
        var differences = differences(example);
        return new TestResult(
                example.system(),
                example.mapping(),
                null,
                example.name(),
                differences.isEmpty() ? Place.start(example.out()) : example.place(differences.getFirst()),
                differences,
                rules(example),
                List.of(),
                Duration.ofNanos(System.nanoTime() - begin));
    }

    private List<Difference> differences(Example example) {
        try {
            return golden.of(example);
        } catch (MappingFailed | MappingBroken | UnreadableBody | UnreadableXml | Json.UnreadableJson e) {
            return List.of(new Difference("", "a result", String.valueOf(e.getMessage())));
        } catch (IOException e) {
            return List.of(new Difference("", "a result", "no file " + e.getMessage()));
        }
    }

    private Set<OutcomeRule> rules(Example example) {
        try {
            return golden.rule(example).map(Set::of).orElseGet(Set::of);
        } catch (Json.UnreadableJson | IOException e) {
            return Set.of(); // told as a difference
        }
    }
}
