package vn.lienthong.hub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Stands in the list of commands; starting the hub is left to Spring before any command is looked at. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Start the hub. Takes properties such as --server.port=8081.")
final class ServeCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "'serve' stands first: java -jar hub.jar serve");
    }
}
