package vn.lienthong.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.MistakesFound;

class JourneyFileTest {
    private static final String RIGHT = """
            id: birth
            title: Sinh
            basis: Nghị định
            procedures: "2.002621"
            parts:
              - {id: one, title: Một, due: 2 working days, undo: never, undoBasis: Luật}
              - {id: two, title: Hai, system: register, due: 2 working days, undo: order, undoBasis: Luật}
            """;

    private static void read(String text) {
        var mistakes = new Mistakes();
        var journey = JourneyFile.read(Path.of("birth.yaml"), text, Set.of("register"), mistakes);
        mistakes.throwIfAny();
        assertThat(journey.orElseThrow().parts()).hasSize(2);
    }

    @Test
    void readsWhatIsRight() {
        read(RIGHT);
    }

    @Test
    void tellsEveryMistakeWithItsLine() {
        var wrong = RIGHT.replace("system: register", "system: registre, ends: never")
                .replace("id: two", "id: one")
                .replace("due: 2 working days, undo: never", "due: soon, undo: order");

        assertThatThrownBy(() -> read(wrong))
                .isInstanceOf(MistakesFound.class)
                .hasMessageContaining("birth.yaml:6: 'due'")
                .hasMessageContaining("birth.yaml:6: without a system nothing is delivered")
                .hasMessageContaining("birth.yaml:7: there is no system 'registre'")
                .hasMessageContaining("birth.yaml:7: 'ends'")
                .hasMessageContaining("birth.yaml:7: 'one' stands here twice");
    }

    @Test
    void aMisspeltKeyIsNoSilentDefault() {
        assertThatThrownBy(() -> read(RIGHT.replace("undoBasis: Luật}", "undoBasis: Luật, patiense: 3 working days}")))
                .hasMessageContaining("'patiense' is not known here");
    }
}
