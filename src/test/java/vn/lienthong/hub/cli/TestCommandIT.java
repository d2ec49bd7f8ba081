package vn.lienthong.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hub.json.Json;

/** A system that was just made, in a folder where there is nothing else. */
class TestCommandIT {
    private final Shell shell = new Shell();

    @TempDir
    private Path home;

    @BeforeEach
    void makeASystem() throws IOException {
        Files.createDirectories(home.resolve("integration"));
        assertThat(type("new", "system", "land")).isZero();
    }

    private int type(String... command) {
        return shell.with("HUB_HOME", home.toString()).type(command);
    }

    private void change(String file, String text, String other) throws IOException {
        var path = home.resolve(file);
        var before = Files.readString(path);
        assertThat(before).contains(text);
        Files.writeString(path, before.replace(text, other));
    }

    @Test
    void passes() {
        assertThat(type("test", "land")).as(shell.out() + shell.err()).isZero();
        assertThat(shell.out()).containsPattern("land +7 +9 +0").contains("16 tests, 0 failed");
    }

    @Test
    void saysOfWhatFailedWhereItStandsAndWhatCameInstead() throws IOException {
        change("mappings/land/report.request.jslt", "\"procedure\":", "\"field\":");

        assertThat(type("test", "--lang", "vi")).isEqualTo(ExitCode.FAILED);
        assertThat(shell.out())
                .contains(home.resolve("integration/land/tests.yaml") + ":2:3: không đạt success: a report is taken")
                .containsPattern("/outcome\\s+mong đợi: acknowledged\\s+thực tế:  refused")
                .contains("POST /reports → 400 ");

        assertThat(type("test", "land", "--json")).isEqualTo(ExitCode.FAILED);
        var tests = Json.parse(shell.out().getBytes(StandardCharsets.UTF_8)).path("tests");
        assertThat(tests.valueStream().filter(test -> !test.path("passed").asBoolean()))
                .anySatisfy(test -> {
                    assertThat(test.path("mapping").asText()).isEqualTo("report.request");
                    assertThat(test.at("/differences/0/at").asText()).isEqualTo("/field");
                });
    }

    @Test
    void showsWhatNoExampleAndNoCaseTouches() throws IOException {
        change("integration/land/tests.yaml", "call: probe", "call: send\n  operation: report");

        assertThat(type("coverage", "--fail-under", "50")).isEqualTo(ExitCode.FAILED);
        assertThat(shell.err()).contains("tests failed: 1");
        assertThat(shell.out())
                .containsPattern("land +6/8 +6/7 +1/1 +-")
                .contains(home.resolve("routes/land.camel.yaml") + ":20:11: not touched: setBody")
                .contains(home.resolve("routes/land.camel.yaml") + ":21:11: not touched: toD")
                .contains(home.resolve("integration/land/system.yaml") + ":22:5: not touched: outcomes {http:[404]");
    }

    @Test
    void failsWhereLessIsTouchedThanIsAskedFor() {
        assertThat(type("coverage", "land", "--fail-under", "90")).isZero();
        assertThat(type("coverage", "land", "--fail-under", "100", "--json")).isEqualTo(ExitCode.FAILED);
        var items = Json.parse(shell.out().getBytes(StandardCharsets.UTF_8)).path("items");
        assertThat(items.valueStream().filter(item -> !item.path("touched").asBoolean()))
                .hasSize(1)
                .allSatisfy(item -> assertThat(item.path("kind").asText()).isEqualTo("rule"));
    }

    @Test
    void saysWhatIsWrongWithFilesThatCannotRun() throws IOException {
        change("routes/land.camel.yaml", "- to: map:land/reply", "- too: map:land/reply");

        assertThat(type("test", "land")).isEqualTo(ExitCode.FAILED);
        assertThat(shell.err()).contains(home.resolve("routes/land.camel.yaml") + ":");
    }

    @Test
    void knowsNoOtherSystem() {
        assertThat(type("test", "lnd")).isEqualTo(ExitCode.USAGE);
        assertThat(shell.err()).contains("did you mean land?");
    }

    @Test
    void playsTheSystemUntilItIsEnded() throws Exception {
        var port = freePort();
        change("integration/land/system.yaml", ":18201", ":" + port);
        var playing = Thread.ofVirtual().start(() -> type("simulate", "land"));

        await().until(() -> listens(port));
        assertThat(new Shell().with("HUB_HOME", home.toString()).type("simulate"))
                .isEqualTo(ExitCode.FAILED);

        playing.interrupt();
        playing.join();
        assertThat(listens(port)).isFalse();
    }

    private static boolean listens(int port) {
        try (var socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
