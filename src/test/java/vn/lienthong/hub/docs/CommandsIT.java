package vn.lienthong.hub.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.hub.WholeHouse;

/**
 * Types every command of the pages, in the order of a reader, against a hub with all that the local run has. A command answers as the page says, or with 2xx and exit code 0 where it says nothing.
 */
class CommandsIT extends WholeHouse {
    /** A command that is not typed here, by its beginning. */
    private record Left(String begins, String why) {}

    private static final List<Left> LEFT = List.of(
            new Left("mvn ", "the build itself, or the local run in whose place this test stands"),
            new Left("curl -X PUT http://localhost:18105/", "of a system that the reader makes up"),
            new Left("java -jar target/hub.jar send land.json", "of a system that the reader makes up"),
            new Left("curl -i http://localhost:8080/callbacks/land-register/", "of a system that the reader makes up"),
            new Left("curl -s http://localhost:8080/api/v1/received/7/raw", "of a message that there may be"),
            new Left("curl -s -X POST http://localhost:8080/api/v1/received/7/retry", "of a message that there may be"),
            new Left(
                    "curl -s -X POST http://localhost:8080/api/v1/dossiers/$CODE/payments/",
                    "of an order of the reader"),
            new Left("HUB_SYSTEMS_PUBLIC_SERVICE_PORTAL_URL=https://adapter.example", "a hub that calls an example"),
            new Left("export ", "servers of an example"),
            new Left("java -Xmx512m ", "a hub with servers of an example"));

    /** Because the page has switched a system off before. */
    private static final String NOT_IN_TIME = "java -jar target/hub.jar send --sample --wait 5";

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern LEG = Pattern.compile("(?m)^([a-z-]+) {2,}([a-z]+) {2,}\\d");
    private static final Pattern CODE = Pattern.compile("H24\\.129-\\d{6}-\\d{4}");

    @TempDir
    private Path folder;

    private Terminal terminal;

    static List<Page> pages() {
        return Stream.concat(
                        Stream.of("README.md", "docs/tutorial/first-dossier.md", "docs/tutorial/connect-a-system.md")
                                .map(Page::of),
                        Page.all().stream().filter(page -> page.file().startsWith("docs/how-to")))
                .toList();
    }

    @BeforeEach
    void openATerminal() throws IOException {
        calm();
        var jar = Path.of("target/hub.jar").toAbsolutePath();
        assertThat(jar).as("made by mvn package").exists();
        Files.createDirectory(folder.resolve("target"));
        Files.createSymbolicLink(folder.resolve("target/hub.jar"), jar);
        Files.createSymbolicLink(folder.resolve("hub.jar"), jar);
        for (var files : List.of("integration", "routes", "mappings")) {
            Files.createSymbolicLink(folder.resolve(files), Path.of(files).toAbsolutePath());
        }
        var java = Path.of(System.getProperty("java.home"), "bin").toString();
        terminal = new Terminal(
                folder, Map.of("HUB_URL", hub(), "PATH", java + File.pathSeparator + System.getenv("PATH")));
    }

    @AfterEach
    void closeTheTerminal() {
        terminal.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void doesWhatThePageSays(Page page) throws IOException {
        for (var file : page.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        knowWhatThePageTakesForKnown();
        var code = "";
        for (var shell : page.shells()) {
            var said = new StringBuilder();
            for (var command : ShellCommands.of(shell.commands())) {
                said.append(type(command));
            }
            code = lastCode(shell.commands() + shell.shown()).orElse(code);
            if (page.file().startsWith("docs/tutorial")) {
                awaitWhatIsShown(shell.shown(), said.toString(), code);
            }
        }
    }

    /** Names of the reader's own, such as the token of his session. */
    private void knowWhatThePageTakesForKnown() {
        var fetched = Page.of("README.md").shells().stream()
                .flatMap(shell -> ShellCommands.of(shell.commands()).stream())
                .filter(command -> command.startsWith("TOKEN="))
                .findFirst()
                .orElseThrow();
        type(fetched);
        type("HUB=%s CODE=H24.129-250812-9041 ETAG='\"of-before\"'".formatted(hub()));
    }

    private String type(String command) {
        if (LEFT.stream().anyMatch(left -> (command + "\n").startsWith(left.begins))) {
            return "";
        }
        var said = terminal.type(asHere(command));
        assertThat(said.isRefused()).as("%s%n%s", command, said.text()).isFalse();
        assertThat(said.exitCode()).as("%s%n%s", command, said.text()).isEqualTo(command.equals(NOT_IN_TIME) ? 1 : 0);
        return said.text();
    }

    /** The same command with the addresses of this hub; of the quarter a small part. */
    private String asHere(String command) {
        return here(command)
                .replace(
                        "hub.jar trial",
                        "hub.jar trial --dossiers 60 --simulators e-certification="
                                + simulator("e-certification").url());
    }

    private static Optional<String> lastCode(String text) {
        return CODE.matcher(text).results().map(found -> found.group()).reduce((first, second) -> second);
    }

    /** A tutorial plays a story, what other pages show is an example. At once, or when a reader looks again. */
    private void awaitWhatIsShown(String shown, String said, String code) {
        var legs = LEG.matcher(shown)
                .results()
                .map(leg -> leg.group(1) + " " + leg.group(2))
                .toList();
        var lines = shown.lines().filter(line -> line.matches("\\{\"[^0-9…]+")).toList();
        assertThat(lines).allSatisfy(line -> assertThat(said).contains(line));
        if (!legs.isEmpty() && !legs(said).containsAll(legs)) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(legs(type("java -jar target/hub.jar trace " + code)))
                            .containsAll(legs));
        }
    }

    private static List<String> legs(String said) {
        return LEG.matcher(said)
                .results()
                .map(leg -> leg.group(1) + " " + leg.group(2))
                .toList();
    }

    @Test
    void leavesOutOnlyWhatIsThere() {
        var commands = pages().stream()
                .flatMap(page -> page.shells().stream())
                .flatMap(shell -> ShellCommands.of(shell.commands()).stream())
                .toList();

        assertThat(commands).hasSizeGreaterThan(40);
        assertThat(LEFT)
                .allSatisfy(left -> assertThat(commands)
                        .as(left.why)
                        .anyMatch(command -> (command + "\n").startsWith(left.begins)));
    }
}
