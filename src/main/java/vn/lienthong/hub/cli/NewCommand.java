package vn.lienthong.hub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Write the files of something new. Needs no hub and no network.",
        subcommands = NewSystemCommand.class,
        footer = {"", "Viết các tệp cho một thứ mới: hub new system TÊN."})
final class NewCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what is new: hub new system NAME");
    }
}
