package vn.lienthong.hub.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case that the packs bring along, each against the simulator of its pack, through the route alone. */
class PackTestsIT {
    private static PlayedPacks packs;

    @BeforeAll
    static void start(@TempDir Path home) throws IOException {
        packs = PlayedPacks.start(home);
    }

    @AfterAll
    static void stop() {
        packs.close();
    }

    /** A case and the pack that brings it. */
    record Case(String system, PackTest test) {
        @Override
        public String toString() {
            return system + " " + test.shows() + ": " + test;
        }
    }

    static Stream<Case> cases() {
        return PlayedPacks.all().stream()
                .flatMap(system ->
                        PackTests.of(Path.of("integration", system)).stream().map(test -> new Case(system, test)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void goesAsThePackSays(Case given) {
        var simulator = packs.simulator(given.system());
        simulator.calm();
        simulator.forget();
        for (var before : given.test().after()) {
            assertThat(make(before, given.system()).word())
                    .as("%s before", before.verb())
                    .isEqualTo("acknowledged");
        }
        given.test().faults().forEach(simulator::fault);
        assertThat(given.test().expect().missedBy(make(given.test().call(), given.system())))
                .isEmpty();
    }

    private static vn.lienthong.hub.connector.Outcome make(PackCall call, String system) {
        return call.make(packs.connector(), packs.card(system));
    }

    static List<String> systems() {
        return PlayedPacks.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("systems")
    void everyPackShowsWhatItDoesWhenAllIsWellAndWhenNot(String system) {
        assertThat(PackTests.of(Path.of("integration", system)).stream().map(PackTest::shows))
                .contains(PackTest.Shows.values());
    }
}
