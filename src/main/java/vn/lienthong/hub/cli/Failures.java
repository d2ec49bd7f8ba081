package vn.lienthong.hub.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import vn.lienthong.hub.json.Json;

/** Says in plain words, on the error output, why a command failed. */
final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        command.getErr().println(wantsJson(command) ? json(failure) : words(failure));
        return failure instanceof Unreachable ? ExitCode.UNREACHABLE : ExitCode.FAILED;
    }

    private static boolean wantsJson(CommandLine command) {
        return command.getCommand() instanceof HubCommand hub && hub.json();
    }

    private static String words(Exception failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private static String json(Exception failure) {
        return failure instanceof Refused refused
                ? Json.text(refused.problem())
                : Json.text(java.util.Map.of("message", words(failure)));
    }
}
