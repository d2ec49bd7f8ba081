package vn.lienthong.hub.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages are held with, held itself. */
class TerminalTest {
    @TempDir
    private Path folder;

    @Test
    void takesCommandsApartWhereTheyEnd() {
        assertThat(ShellCommands.of("""
                        # first

                        one 'a # b
                        c' "d\\"" \\
                          e   # behind it
                        two
                        """)).containsExactly("one 'a # b\nc' \"d\\\"\" \\\n  e", "two");
    }

    @Test
    void tellsHowACommandEndedAndKeepsWhatItSet() {
        try (var terminal = new Terminal(folder, Map.of("WHO", "reader"))) {
            terminal.type("NAME=$WHO; greet() { echo \"hello $1\"; }");
            assertThat(terminal.type("greet $NAME")).returns(0, Terminal.Said::exitCode);
            assertThat(terminal.type("greet $NAME; (exit 3)"))
                    .returns(3, Terminal.Said::exitCode)
                    .satisfies(said -> assertThat(said.text()).contains("hello reader"));
        }
    }

    @Test
    void hidesNoRefusalBehindAPipeOrALaterCommand() {
        try (var terminal = new Terminal(folder, Map.of())) {
            var ask = "curl -s http://localhost:1/";
            assertThat(terminal.type(ask).isRefused()).isTrue();
            assertThat(terminal.type(ask + " | cat; echo").isRefused()).isTrue();
            assertThat(terminal.type("TOKEN=$(" + ask + " | sed 's/x/y/')").exitCode())
                    .isNotZero();
        }
    }
}
