package vn.lienthong.hub.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.hub.catalog.CodeLists;
import vn.lienthong.hub.live.Tree;
import vn.lienthong.hub.mapping.Mappings;

/** All golden examples of all packs. */
class GoldenExamplesTest {
    private static final Tree HOUSE = Tree.in(Path.of(""));
    private static final ExampleTests TESTS = new ExampleTests(HOUSE);

    static List<String> packs() {
        return Example.all(HOUSE.integration()).stream()
                .map(Example::system)
                .distinct()
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packs")
    void comeOutAsTheySay(String pack) {
        assertThat(TESTS.of(pack))
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.differences())
                        .as(result.place().toString())
                        .isEmpty());
    }

    @Test
    void noMappingIsWithoutAnExample() {
        assertThat(Example.all(HOUSE.integration()).stream().map(example -> example.system() + "/" + example.mapping()))
                .containsAll(new Mappings(HOUSE.mappings(), CodeLists.read(HOUSE.catalogue()), InstantSource.system())
                        .names());
    }
}
