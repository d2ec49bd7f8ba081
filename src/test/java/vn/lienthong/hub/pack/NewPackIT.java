package vn.lienthong.hub.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.check.Check;
import vn.lienthong.hub.live.Tree;
import vn.lienthong.hub.simulator.Simulator;

class NewPackIT {
    private static final String NAME = "land-register-2";

    @TempDir
    Path home;

    private Tree tree;

    /** What a pack needs around it. */
    @BeforeEach
    void begin() throws IOException {
        tree = Tree.in(home);
        Files.createDirectories(tree.integration());
        for (var folder :
                new String[] {"routes/platforms", "mappings/catalogue", "mappings/platform", "integration/platform"}) {
            copy(Path.of(folder));
        }
    }

    private void copy(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.createDirectories(home.resolve(file).getParent());
                Files.copy(file, home.resolve(file));
            }
        }
    }

    @Test
    void isSoundAndPassesItsOwnTestsAtOnce() throws IOException {
        NewPack.write(tree, NAME);

        assertThat(Check.of(tree)).isEmpty();
        try (var simulator = Simulator.of(tree.integration().resolve(NAME)).start();
                var packs = new RunningPacks(
                        home,
                        Map.of(
                                "LAND_REGISTER_2_KEY", "sample",
                                "HUB_SYSTEMS_LAND_REGISTER_2_URL", simulator.url(),
                                "HUB_SYSTEMS_LAND_REGISTER_2_TIMEOUT", "4s"))) {
            for (var test : PackTests.of(tree.integration().resolve(NAME))) {
                simulator.calm();
                simulator.forget();
                test.after().forEach(before -> before.make(packs.connector(), packs.card(NAME)));
                test.faults().forEach(simulator::fault);
                assertThat(test.expect().missedBy(test.call().make(packs.connector(), packs.card(NAME))))
                        .as(test.name())
                        .isEmpty();
            }
        }
    }

    @Test
    void givesEachSimulatorAPortOfItsOwn() throws IOException {
        NewPack.write(tree, "one");
        NewPack.write(tree, "two");

        assertThat(Check.of(tree)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Land",
                "land_register",
                "-land",
                "land--register",
                "../land",
                "land.register",
                "platform",
                "catalogue"
            })
    void refusesANameThatNoSystemCanHave(String name) {
        assertThatThrownBy(() -> NewPack.write(tree, name)).isInstanceOf(NewPack.NotNew.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"integration/land", "routes/land.camel.yaml", "mappings/land"})
    void overwritesNothing(String there) throws IOException {
        var path = home.resolve(there);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "mine");

        assertThatThrownBy(() -> NewPack.write(tree, "land"))
                .isInstanceOf(NewPack.NotNew.class)
                .hasMessageContaining("nothing is overwritten");
        assertThat(path).hasContent("mine");
        assertThat(tree.integration().resolve("land/system.yaml")).doesNotExist();
    }
}
