package vn.lienthong.hub.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.lienthong.hub.catalog.CodeList;

@Command(
        name = "lists",
        mixinStandardHelpOptions = true,
        description = "Show the code lists of the catalogue with their versions. Needs no hub and no network.",
        subcommands = {ListsShowCommand.class, ListsDiffCommand.class, ListsImportCommand.class},
        footer = {"", "Danh mục mã: đơn vị hành chính, dân tộc, cơ quan...; mỗi mã chỉ có nghĩa cùng với ngày."})
final class ListsCommand implements Callable<Integer> {
    @Mixin
    private final ListOptions options = new ListOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        var table = new Table("LIST", "CODES", "VERSION", "FILE");
        options.files().forEach((name, file) -> {
            var list = CodeList.read(file);
            table.row(name, list.codes(), list.version(), file);
        });
        table.print(spec.commandLine().getOut());
        return ExitCode.OK;
    }
}
