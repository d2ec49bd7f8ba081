package vn.lienthong.hub.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienthong.hub.trial.OfficeRules;
import vn.lienthong.hub.trial.Quarter;
import vn.lienthong.hub.trial.Script;

@Command(
        name = "trial",
        mixinStandardHelpOptions = true,
        description = {
            "Play a commune's quarter through the hub and compare the outcome with the commune's report.",
            "",
            "It is that of xã Đại Sơn, 1/7 to 15/9/2025: 4,374 dossiers, made again with synthetic citizens."
        },
        footer = {
            "",
            "Chạy thử với số liệu quý III/2025 của xã Đại Sơn rồi đối chiếu với báo cáo của xã.",
            "",
            "It may be broken off and repeated: the same seed plays the same dossiers, and what the hub"
                    + " has already changes nothing. Exit code 1 says that a count differs from the report."
        })
final class TrialCommand extends HubCommand {
    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Another one plays other dossiers of the same counts (default: ${DEFAULT-VALUE}).")
    private long seed = 2025;

    @Option(names = "--dossiers", paramLabel = "N", description = "Play only that many of them.")
    private int dossiers = Integer.MAX_VALUE;

    @Option(names = "--callers", paramLabel = "N", description = "Calls at a time (default: ${DEFAULT-VALUE}).")
    private int callers = 24;

    @Option(names = "--home", paramLabel = "DIR", description = "Where mappings/ is (default: this folder).")
    private Path home = Path.of(".");

    @Option(
            names = "--simulators",
            paramLabel = "SYSTEM=URL",
            split = ",",
            description = "Where a simulator is, if not where the local run has it.")
    private Map<String, URI> simulators = Map.of();

    @Option(names = "--no-simulators", description = "Switch no simulator: no system restarts a clock.")
    private boolean noSimulators;

    @Option(
            names = "--ops-client",
            paramLabel = "ID",
            description = "Who asks for the systems (default: ${DEFAULT-VALUE}).")
    private String opsClient = OPS;

    @Option(
            names = "--ops-secret",
            paramLabel = "TEXT",
            description = "Secret of that client; else that of the local run.")
    private @Nullable String opsSecret;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "How long to wait while nothing moves (default: ${DEFAULT-VALUE}).")
    private int patience = 120;

    @Override
    int run(HubClient hub) {
        if (dossiers < 1 || callers < 1) {
            throw wrongUsage("--dossiers and --callers are at least 1.");
        }
        var script = Script.daiSon();
        var quarter = Quarter.of(script, OfficeRules.read(home), seed).sample(dossiers);
        var simulator = noSimulators ? null : simulator(script.restamp());
        if (simulator != null) {
            simulator.restamp(quarter.stories());
        }
        var progress = new Progress(err());
        var played = new Player(hub, callers, Duration.ofSeconds(patience), progress).play(quarter.stories());
        try (var ops = options.connect(opsClient, opsSecret())) {
            new Backlog(ops, Duration.ofSeconds(patience), progress).awaitEmpty();
        }
        var seen = new Readings(hub, callers, progress).of(quarter.stories());
        var outcome =
                new Outcome(script, quarter.stories(), played, seen, simulator == null ? null : simulator.shown());
        if (json()) {
            print(outcome.json());
        } else {
            new OutcomeText(out()).print(outcome);
        }
        return outcome.isEqual() ? ExitCode.OK : ExitCode.FAILED;
    }

    private RestampSimulator simulator(Script.Restamp restamp) {
        return new RestampSimulator(simulators.getOrDefault(restamp.system(), URI.create(restamp.url())), restamp);
    }

    private String opsSecret() {
        return opsSecret == null ? HubOptions.localSecret(opsClient) : opsSecret;
    }
}
