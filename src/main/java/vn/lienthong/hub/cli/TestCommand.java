package vn.lienthong.hub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Make tests of packs.",
        subcommands = TestFromCommand.class,
        footer = {"", "Tạo phép thử cho bộ kết nối: hub test from SỐ-LẦN-GỬI"})
final class TestCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to make a test from.");
    }
}
