package vn.lienthong.hub.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Plays systems from the files of their packs. What it takes is not on board of the hub, but in a jar beside it. */
@FunctionalInterface
public interface Simulators {
    /** Lies beside the jar of the hub. */
    String JAR = "hub-simulators.jar";

    /**
     * One system, not started.
     *
     * @param pack with a folder {@code simulator}
     */
    PlayedSystem of(Path pack);

    /**
     * Those on the class path, else those of a jar.
     *
     * @param jar else the one beside the jar of the hub
     * @throws Missing when there is no such jar
     */
    static Simulators find(@Nullable Path jar) {
        var own = Simulators.class.getClassLoader();
        return ServiceLoader.load(Simulators.class, own)
                .findFirst()
                .orElseGet(() -> in(jar == null ? beside() : jar, own));
    }

    private static Simulators in(Path jar, @Nullable ClassLoader own) {
        if (!Files.isRegularFile(jar)) {
            throw new Missing(jar);
        }
        try {
            // stays open: its classes are loaded as they are needed
            var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, own);
            return ServiceLoader.load(Simulators.class, loader).findFirst().orElseThrow(() -> new Missing(jar));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a hub that was started with {@code java -jar}, wherever links lead to. */
    private static Path beside() {
        var hub = Path.of(System.getProperty("java.class.path"));
        try {
            return hub.toRealPath().resolveSibling(JAR);
        } catch (IOException e) {
            return hub.resolveSibling(JAR);
        }
    }

    /** Nobody is there to play systems. */
    final class Missing extends RuntimeException {
        Missing(Path jar) {
            super(
                    "Systems are played by %s, and it is not at %s. Put it beside the jar of the hub (mvn package makes both), or name it with --simulators-jar or HUB_SIMULATORS_JAR."
                            .formatted(JAR, jar));
        }
    }
}
