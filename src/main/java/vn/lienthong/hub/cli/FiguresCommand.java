package vn.lienthong.hub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "figures",
        mixinStandardHelpOptions = true,
        description = "Show figures, reckoned from the ledger.",
        subcommands = OnTimeCommand.class,
        footer = {"", "Số liệu tính từ sổ cái: tỷ lệ đúng hạn theo đơn vị, lĩnh vực, thủ tục, tháng."})
final class FiguresCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name the figures: on-time.");
    }
}
