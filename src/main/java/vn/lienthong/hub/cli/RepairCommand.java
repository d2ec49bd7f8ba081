package vn.lienthong.hub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "repair",
        mixinStandardHelpOptions = true,
        description = "Act on deliveries that did not arrive: one, or many by a plan.",
        subcommands = {
            RepairOneCommand.class,
            RepairPlanCommand.class,
            RepairStartCommand.class,
            RepairOrderCommand.class,
            RepairShowCommand.class
        },
        footer = {"", "Xử lý thông điệp chưa tới nơi: từng hồ sơ, hoặc hàng loạt theo kế hoạch."})
final class RepairCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do: one, plan, start, order, show.");
    }
}
