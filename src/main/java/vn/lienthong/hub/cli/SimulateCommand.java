package vn.lienthong.hub.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.lienthong.hub.pack.Example;
import vn.lienthong.hub.pack.PlayedSystem;
import vn.lienthong.hub.pack.Simulators;

@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Play systems by the simulators of their packs, at the port of their cards, until it is ended.",
        footer = {
            "",
            "Exit codes: 1 one cannot be played, as where its port is taken; 2 wrong usage.",
            "Chạy bộ giả lập của hệ thống, tại cổng ghi trong thẻ, đến khi dừng lệnh (Ctrl-C)."
        })
final class SimulateCommand implements Callable<Integer> {
    @Mixin
    private final PackOptions options = new PackOptions();

    @Option(names = "--url", paramLabel = "URL", description = "Hub that they call; else HUB_URL, else the local one.")
    private String hub = HubOptions.LOCAL;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Quiet.keep();
        var played = new ArrayList<PlayedSystem>();
        try {
            var playing = options.simulators();
            for (var name : options.chosen(playable())) {
                played.add(play(playing, options.tree().integration().resolve(name)));
            }
            new CountDownLatch(1).await(); // until somebody ends it
            return ExitCode.OK;
        } finally {
            played.forEach(PlayedSystem::close);
        }
    }

    private static PlayedSystem started(PlayedSystem system, int port) {
        try {
            return system.start(port);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "%s cannot be played at port %d: %s"
                            .formatted(
                                    system.name(),
                                    port,
                                    e.getCause() == null
                                            ? e.getMessage()
                                            : e.getCause().getMessage()),
                    e);
        }
    }

    private List<String> playable() throws IOException {
        try (Stream<Path> packs = Files.list(options.tree().integration())) {
            return packs.filter(pack -> Files.isDirectory(pack.resolve("simulator")))
                    .map(pack -> pack.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private PlayedSystem play(Simulators simulators, Path pack) {
        var port = URI.create(Example.card(pack).path("url").asText()).getPort();
        var system = started(simulators.of(pack).calling(hub), port);
        var faults = new ArrayList<String>();
        system.faults().fieldNames().forEachRemaining(faults::add);
        spec.commandLine()
                .getOut()
                .println("%s  %s  %s".formatted(system.name(), system.url(), String.join(", ", faults)));
        return system;
    }
}
