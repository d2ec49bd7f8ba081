package vn.lienthong.hub;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import vn.lienthong.hub.local.LocalSignIn;
import vn.lienthong.hub.local.Ports;

/** The hub in a process of its own, so that it can be killed. It listens on the same port after every start. */
final class ChildHub {
    private final List<String> command = new ArrayList<>();
    private final File log;
    private final int port = Ports.free();
    private Process process;

    ChildHub(Map<String, String> properties, Path log) {
        this.log = log.toFile();
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ChildHub.class.getName(),
                "--server.port=" + port,
                "--management.server.port=0"));
        properties.forEach((name, value) -> command.add("--" + name + "=" + value));
        process = start();
    }

    /** In the child. */
    public static void main(String[] args) {
        SpringApplication.from(Hub::main).with(LocalSignIn.class).run(args);
    }

    private Process start() {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** As {@code kill -9}: nothing is finished, nothing is said. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void startAgain() {
        process = start();
    }
}
