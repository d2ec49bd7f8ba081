package vn.lienthong.hub.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.lienthong.hub.catalog.CodeList;
import vn.lienthong.hub.json.Json;

@Command(
        name = "lists",
        mixinStandardHelpOptions = true,
        description =
                "Show the code lists of the catalogue and of the systems with their versions. Needs no hub and no network.",
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
        var lists = options.files().entrySet().stream()
                .map(file -> Line.of(file.getKey(), file.getValue()))
                .toList();
        var out = spec.commandLine().getOut();
        if (options.json) {
            out.println(Json.text(Map.of("items", lists)));
        } else {
            var table = new Table("LIST", "CODES", "VERSION", "FILE");
            lists.forEach(line -> table.row(line.list, line.codes, line.version, line.file));
            table.print(out);
        }
        return ExitCode.OK;
    }

    private record Line(String list, int codes, String version, String file) {
        static Line of(String name, Path file) {
            var list = CodeList.read(file);
            return new Line(name, list.size(), list.version(), file.toString());
        }
    }
}
