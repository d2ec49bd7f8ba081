package vn.lienthong.hub.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.hub.live.Tree;

/** Every golden example and every case of every pack, as {@code hub test} runs them. */
class PackTestsIT {
    private static final Tree HOUSE = Tree.in(Path.of(""));
    private static final TestRun RUN = new TestRun(HOUSE, () -> Simulators.find(null));
    private static List<TestResult> results;

    @BeforeAll
    static void run() throws IOException {
        results = RUN.of(RUN.packs());
    }

    static List<String> packs() {
        return RUN.packs();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packs")
    void doesAsItSays(String pack) {
        assertThat(results.stream().filter(result -> result.system().equals(pack)))
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.differences())
                        .as("%s: %s %s", result.place(), result.name(), result.calls())
                        .isEmpty());
    }

    static List<String> played() {
        return packs().stream().filter(RUN::isPlayed).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("played")
    void showsWhatItDoesWhenAllIsWellAndWhenNot(String pack) {
        assertThat(PackTests.of(HOUSE.integration().resolve(pack)).stream().map(PackTest::shows))
                .contains(PackTest.Shows.values());
        assertThat(results.stream().filter(result -> result.system().equals(pack) && !result.isExample()))
                .hasSameSizeAs(PackTests.of(HOUSE.integration().resolve(pack)));
    }
}
