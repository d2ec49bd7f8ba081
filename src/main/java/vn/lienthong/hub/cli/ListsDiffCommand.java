package vn.lienthong.hub.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.lienthong.hub.json.Json;

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
        var found = change.differences();
        var out = spec.commandLine().getOut();
        if (change.json()) {
            out.println(Json.text(Map.of("items", found)));
        } else {
            change.show(found, out);
        }
        return found.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }
}
