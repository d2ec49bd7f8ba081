package vn.lienthong.hub.docs;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** One shell that stays open, as a reader has it: what one command sets the next one sees. */
final class Terminal implements AutoCloseable {
    private static final String REFUSED = "<<refused>>";
    private static final String DONE = "<<done>>";

    private final Process bash;
    private final BufferedWriter keys;
    private final BufferedReader screen;

    record Said(int exitCode, String text) {
        boolean isRefused() {
            return text.contains(REFUSED);
        }
    }

    Terminal(Path folder, Map<String, String> environment) {
        var builder = new ProcessBuilder("bash").directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            bash = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keys = bash.outputWriter();
        screen = bash.inputReader();
        // an answer of 400 and more is a failure that no pipe and no later command hides
        type("set -o pipefail");
        // a command of the jar is over before a second compiler has begun
        type("JAVA_FAST='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC'");
        // in the background it is the very process that the page ends
        type("java() { [ $BASH_SUBSHELL = 0 ] || exec java $JAVA_FAST \"$@\"; command java $JAVA_FAST \"$@\"; }");
        type("curl() { command curl --fail-with-body \"$@\" || { echo '" + REFUSED + "'; return 22; }; }");
    }

    /** Types a command and waits until it has ended. */
    Said type(String command) {
        try {
            // nothing of what is typed later may be read by the command itself
            keys.write("{ " + command + "\n} < /dev/null\nprintf '\\n" + DONE + "%d\\n' $?\n");
            keys.flush();
            var text = new StringBuilder();
            for (var line = screen.readLine(); line != null; line = screen.readLine()) {
                if (line.startsWith(DONE)) {
                    return new Said(Integer.parseInt(line.substring(DONE.length())), text.toString());
                }
                text.append(line).append('\n');
            }
            throw new IllegalStateException("the shell has ended: " + text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With whatever was left to run in the background. */
    @Override
    public void close() {
        bash.descendants().forEach(ProcessHandle::destroy);
        bash.destroy();
    }
}
