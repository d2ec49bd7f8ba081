package vn.lienthong.hub.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Show where a published list differs from ours on a day. Changes nothing.",
        footer = {
            "",
            "Exit codes: 0 equal, 1 they differ, 2 wrong usage.",
            "So danh mục công bố với danh mục đang dùng."
        })
final class ListsDiffCommand implements Callable<Integer> {
    @Mixin
    private final ListChange change = new ListChange();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        return change.show(spec.commandLine().getOut()) == 0 ? ExitCode.OK : ExitCode.FAILED;
    }
}
