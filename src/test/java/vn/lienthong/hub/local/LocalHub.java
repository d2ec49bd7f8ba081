package vn.lienthong.hub.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import vn.lienthong.hub.Hub;

/**
 * The whole house with one command: the hub, PostgreSQL, Kafka and every system played, in one process. What they keep is
 * in {@code .local/}.
 */
public final class LocalHub {
    /** What the hub has in the local run only. */
    private static final List<Class<?>> LOCAL_PARTS = List.of(LocalSignIn.class, LocalCredentials.class);

    private LocalHub() {}

    /** A server that came up halfway has threads of its own; they must not keep a run alive that has failed. */
    public static void main(String[] args) {
        try {
            run(args);
        } catch (RuntimeException e) {
            System.err.println("The local run could not start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(String... args) {
        long start = System.nanoTime();
        var given = given(args);
        var home = Path.of(given.getProperty("hub.home", "."));
        var servers = LocalServers.start(home, home.resolve(".local"), given);
        // after the hub has let go of them
        SpringApplication.getShutdownHandlers().add(servers::close);
        try {
            var running = SpringApplication.from(Hub::main)
                    .with(LOCAL_PARTS.toArray(Class<?>[]::new))
                    .run(arguments(servers, args));
            Welcome.print(running.getApplicationContext().getEnvironment(), servers, System.nanoTime() - start);
        } catch (RuntimeException e) {
            servers.close();
            throw e;
        }
    }

    private static ConfigurableEnvironment given(String... args) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
        return environment;
    }

    private static String[] arguments(LocalServers servers, String... args) {
        var all = new ArrayList<>(Arrays.asList(args));
        all.add("--hub.edition.start=folder"); // whoever develops edits files and starts again
        servers.properties().forEach((name, value) -> all.add("--%s=%s".formatted(name, value)));
        return all.toArray(String[]::new);
    }
}
