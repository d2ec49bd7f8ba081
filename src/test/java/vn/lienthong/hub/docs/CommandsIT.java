package vn.lienthong.hub.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.lienthong.hub.Hub;
import vn.lienthong.hub.TestHub;
import vn.lienthong.hub.local.LocalEvidenceKey;
import vn.lienthong.hub.local.LocalKafka;
import vn.lienthong.hub.local.LocalSignIn;
import vn.lienthong.hub.simulator.Simulator;

/**
 * Types every command of the pages, in the order of a reader, against a hub with all that the local run has; only the
 * addresses are others. A command answers as the page says, or with 2xx and exit code 0 where it says nothing.
 */
@SpringBootTest(
        classes = {LocalSignIn.class, Hub.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "hub.local.folder=target/local-sign-in")
@ContextConfiguration(initializers = TestHub.class)
@DirtiesContext
class CommandsIT {
    /** A command that is not typed here, by its beginning. */
    private record Left(String begins, String why) {}

    private static final List<Left> LEFT = List.of(
            new Left("mvn ", "the build itself, or the local run in whose place this test stands"),
            new Left("curl -X PUT http://localhost:18105/", "of a system that the reader makes up"),
            new Left("java -jar target/hub.jar send land.json", "of a system that the reader makes up"),
            new Left("HUB_SYSTEMS_PUBLIC_SERVICE_PORTAL_URL=https://adapter.example", "a hub that calls an example"),
            new Left("export ", "servers of an example"),
            new Left("java -jar hub.jar\n", "a hub with servers of an example"),
            new Left("java -Xmx512m ", "a hub with servers of an example"));

    /** Because the page has switched a system off before. */
    private static final String NOT_IN_TIME = "java -jar target/hub.jar send --sample --wait 5";

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern LEG = Pattern.compile("(?m)^([a-z-]+) {2,}([a-z]+) {2,}\\d");
    private static final Pattern CODE = Pattern.compile("H24\\.129-\\d{6}-\\d{4}");
    private static final Pattern URL = Pattern.compile("(?m)^url: (http://localhost:\\d+)(\\S*)");

    private static final LocalKafka BROKER = LocalKafka.temporary();
    /** By the address that its card has. */
    private static final Map<String, Simulator> SIMULATORS = new LinkedHashMap<>();

    @TempDir
    private Path folder;

    @LocalServerPort
    private int port;

    private Terminal terminal;

    static List<Page> pages() {
        return Stream.concat(
                        Stream.of("README.md", "docs/tutorial/first-dossier.md").map(Page::of),
                        Page.all().stream().filter(page -> page.file().startsWith("docs/how-to")))
                .toList();
    }

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) throws IOException {
        properties.add("spring.kafka.bootstrap-servers", BROKER::bootstrapServers);
        properties.add("hub.evidence.key", () -> LocalEvidenceKey.in(Path.of("target/local-sign-in")));
        for (var system : List.of("public-service-portal", "population", "civil-status", "e-certification")) {
            var pack = Path.of("integration", system);
            var url = URL.matcher(Files.readString(pack.resolve("system.yaml")));
            assertThat(url.find()).isTrue();
            var simulator = Simulator.of(pack).start();
            var path = url.group(2);
            SIMULATORS.put(url.group(1), simulator);
            properties.add("hub.systems.%s.url".formatted(system), () -> simulator.url() + path);
        }
    }

    @AfterAll
    static void stop() {
        SIMULATORS.values().forEach(Simulator::close);
        BROKER.close();
    }

    @BeforeEach
    void openATerminal() throws IOException {
        SIMULATORS.values().forEach(Simulator::calm);
        var jar = Path.of("target/hub.jar").toAbsolutePath();
        assertThat(jar).as("made by mvn package").exists();
        Files.createDirectory(folder.resolve("target"));
        Files.createSymbolicLink(folder.resolve("target/hub.jar"), jar);
        Files.createSymbolicLink(folder.resolve("hub.jar"), jar);
        Files.createSymbolicLink(folder.resolve("mappings"), Path.of("mappings").toAbsolutePath());
        var java = Path.of(System.getProperty("java.home"), "bin").toString();
        terminal = new Terminal(
                folder, Map.of("HUB_URL", hub(), "PATH", java + File.pathSeparator + System.getenv("PATH")));
    }

    @AfterEach
    void closeTheTerminal() {
        terminal.close();
    }

    private String hub() {
        return "http://localhost:" + port;
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
        var said = terminal.type(here(command));
        assertThat(said.isRefused()).as("%s%n%s", command, said.text()).isFalse();
        assertThat(said.exitCode()).as("%s%n%s", command, said.text()).isEqualTo(command.equals(NOT_IN_TIME) ? 1 : 0);
        return said.text();
    }

    /** The same command with the addresses of this hub; of the quarter a small part. */
    private String here(String command) {
        var text = command.replace("http://localhost:8080", hub());
        for (var simulator : SIMULATORS.entrySet()) {
            text = text.replace(simulator.getKey(), simulator.getValue().url());
        }
        var certification = SIMULATORS.get("http://localhost:18104").url();
        return text.replace(
                "hub.jar trial", "hub.jar trial --dossiers 60 --simulators e-certification=" + certification);
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
