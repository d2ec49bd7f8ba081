package vn.lienthong.hub.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The properties that every installation has: those of the jar, and of the environment that the check runs in. */
final class Installation {
    /** Threads of the common pool know of the launcher's class path alone. */
    private static final ClassLoader LOADER = Installation.class.getClassLoader();

    private Installation() {}

    static ConfigurableEnvironment assumed() {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        try {
            new YamlPropertySourceLoader()
                    .load("jar", new ClassPathResource("application.yaml", LOADER))
                    .forEach(sources::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return environment;
    }
}
