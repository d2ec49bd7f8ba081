package vn.lienthong.hub.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.lienthong.hub.pack.Simulators;

/** Where the simulators of systems are. */
final class SimulatorOptions {
    @Option(
            names = "--simulators-jar",
            paramLabel = "JAR",
            description = "Plays systems; else HUB_SIMULATORS_JAR, else hub-simulators.jar beside the jar of the hub.")
    @Nullable
    private Path jar;

    Simulators find() {
        return Simulators.find(jar);
    }
}
