package vn.lienthong.hub.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;

/** Tells on the error output how far a long command is: on one line of a terminal, else a line now and then. */
final class Progress {
    private static final long NANOS = Duration.ofSeconds(1).toNanos();
    private static final int LINE = 100;

    private final PrintWriter err;
    private final boolean terminal;
    private final Duration every;
    private long last;

    Progress(PrintWriter err) {
        this.err = err;
        this.terminal = System.console() instanceof Console console && console.isTerminal();
        this.every = terminal ? Duration.ofSeconds(1) : Duration.ofSeconds(10);
        this.last = System.nanoTime() - NANOS * LINE;
    }

    void tell(String text) {
        if (System.nanoTime() - last >= every.toNanos()) {
            last = System.nanoTime();
            write(text);
        }
    }

    /** Told whatever was told before. */
    void end(String text) {
        write(text);
        if (terminal) {
            err.println();
        }
    }

    private void write(String text) {
        if (terminal) {
            err.print("\r" + text + " ".repeat(Math.max(0, LINE - text.length())));
            err.flush();
        } else {
            err.println(text);
        }
    }
}
