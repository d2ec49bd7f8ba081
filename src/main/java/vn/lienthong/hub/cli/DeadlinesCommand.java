package vn.lienthong.hub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "deadlines",
        mixinStandardHelpOptions = true,
        description = "Look into due times.",
        subcommands = RecheckCommand.class,
        footer = {"", "Kiểm tra hạn trả kết quả."})
final class DeadlinesCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do with due times: recheck.");
    }
}
