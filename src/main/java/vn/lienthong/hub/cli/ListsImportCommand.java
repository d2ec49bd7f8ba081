package vn.lienthong.hub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.lienthong.hub.json.Json;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Take a published list over from a day on: what differs ends the day before, or begins; nothing is taken out.",
            "What is in the list and not in the published one ends. Look at 'lists diff' first."
        },
        footer = {"", "Nhận danh mục công bố kể từ một ngày; nghĩa cũ của mã vẫn còn cho những ngày trước đó."})
final class ListsImportCommand implements Callable<Integer> {
    @Mixin
    private final ListChange change = new ListChange();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    /** The file is there whole, the old or the new one, whenever somebody reads it. */
    @Override
    public Integer call() throws IOException {
        var file = change.file();
        var before = change.ours();
        var after = change.after();
        var found = change.differences();
        var fresh = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), after.csv());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        var out = spec.commandLine().getOut();
        if (change.json()) {
            out.println(Json.text(Map.of(
                    "items", found, "file", file.toString(), "before", before.version(), "now", after.version())));
        } else {
            change.show(found, out);
            out.println("%s: version %s, now %s.".formatted(file, before.version(), after.version()));
        }
        return ExitCode.OK;
    }
}
