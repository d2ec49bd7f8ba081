package vn.lienthong.hub.cli;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** A command that works without a hub says by itself what it has to say. */
final class Quiet {
    private Quiet() {}

    static void keep() {
        LoggingSystem.get(Quiet.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
    }
}
