package vn.lienthong.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandsTest {
    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    @Test
    void startsTheHubWithoutACommand() {
        assertThat(Commands.startHub()).isTrue();
        assertThat(Commands.startHub("serve")).isTrue();
        assertThat(Commands.startHub("serve", "--server.port=8081")).isTrue();
        assertThat(Commands.startHub("--server.port=8081", "--debug")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "send",
                "trace",
                "systems",
                "evidence",
                "deadlines",
                "reconcile",
                "trial",
                "help",
                "--help",
                "-h",
                "--version",
                "nonsense"
            })
    void startsNoHubForACommand(String command) {
        assertThat(Commands.startHub(command)).isFalse();
        assertThat(Commands.startHub("serve", "--help")).isFalse();
    }

    @Test
    void givesSpringWhatFollowsServe() {
        assertThat(Commands.forHub("serve", "--server.port=8081")).containsExactly("--server.port=8081");
        assertThat(Commands.forHub("--server.port=8081")).containsExactly("--server.port=8081");
        assertThat(Commands.forHub()).isEmpty();
    }

    @Test
    void listsEveryCommandInItsHelp() {
        assertThat(shell.type("--help")).isZero();
        assertThat(shell.out())
                .contains(
                        "serve",
                        "send",
                        "trace",
                        "systems",
                        "evidence",
                        "deadlines",
                        "reconcile",
                        "trial",
                        "Exit codes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "send", "trace", "systems", "evidence", "deadlines", "reconcile", "trial"})
    void explainsEveryCommand(String command) {
        assertThat(shell.type(command, "--help")).isZero();
        assertThat(shell.out()).contains("Usage: hub " + command);
    }

    /** The hub itself aside, and what only holds other commands. */
    private static Stream<CommandLine> commands(CommandLine under) {
        return under.getSubcommands().values().stream()
                .filter(command -> !List.of("help", "serve").contains(command.getCommandName()))
                .flatMap(command -> Stream.concat(Stream.of(command), commands(command)));
    }

    @Test
    void explainsEveryCommandInVietnameseToo() {
        assertThat(commands(new CommandLine(new Commands())))
                .allSatisfy(command -> assertThat(String.join(
                                "\n", command.getCommandSpec().usageMessage().footer()))
                        .as(command.getCommandSpec().qualifiedName())
                        .containsPattern("[ạảấầẩậắặẻẽềểếệỉịọỏốồổộớờởợụủứừửữựỳỷ]"));
    }

    @Test
    void writesJsonByEveryCommandThatDoesSomething() {
        assertThat(commands(new CommandLine(new Commands()))
                        .filter(command -> command.getCommand() instanceof Callable))
                .allSatisfy(command -> assertThat(command.getCommandSpec().optionsMap())
                        .as(command.getCommandSpec().qualifiedName())
                        .containsKey("--json"));
    }

    @Test
    void refusesAnUnknownCommandAndNamesTheRightOne() {
        assertThat(shell.type("sent")).isEqualTo(ExitCode.USAGE);
        assertThat(shell.err()).contains("sent").contains("hub send");
    }

    @Test
    void refusesWhatMakesNoSense() throws IOException {
        assertThat(shell.type("systems", "--nonsense")).isEqualTo(ExitCode.USAGE);
        assertThat(shell.type("send")).isEqualTo(ExitCode.USAGE);
        assertThat(shell.type("trace")).isEqualTo(ExitCode.USAGE);
        assertThat(shell.type("trial", "--dossiers", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(shell.type("deadlines")).isEqualTo(ExitCode.USAGE);
        assertThat(shell.type("deadlines", "recheck", "--from", "yesterday")).isEqualTo(ExitCode.USAGE);
        assertThat(shell.type("deadlines", "recheck", "--from", "2025-09-01", "--to", "2025-08-31"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(shell.type("send", "--wait", "long")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void refusesAFileThatIsMissingOrNoJson() throws IOException {
        assertThat(shell.type("send", folder.resolve("missing.json").toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(shell.err()).contains("missing.json");

        var broken = Files.writeString(folder.resolve("broken.json"), "{\"code\": ");
        assertThat(shell.type("send", broken.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(shell.err()).contains("broken.json is not JSON at line 1");
    }

    @Test
    void saysWhenNobodyAnswers() throws IOException {
        var nobody = "http://localhost:" + freePort();
        assertThat(shell.type("systems", "--url", nobody)).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(shell.err()).contains("does not answer at " + nobody);
        assertThat(shell.type("send", "--sample", "--url", nobody, "--json")).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(shell.err()).startsWith("{\"message\":");
    }

    @Test
    void takesItsAddressFromTheEnvironment() throws IOException {
        var nobody = "http://localhost:" + freePort();
        assertThat(shell.with("HUB_URL", nobody).type("systems")).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(shell.err()).contains(nobody + "/oauth2/token");
        var token = "http://localhost:" + freePort() + "/token";
        assertThat(shell.with("HUB_TOKEN_URL", token).type("systems")).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(shell.err()).contains(token);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
