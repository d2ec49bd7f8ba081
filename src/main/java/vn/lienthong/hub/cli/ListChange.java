package vn.lienthong.hub.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.lienthong.hub.catalog.CodeList;
import vn.lienthong.hub.catalog.CodeList.Difference;

/** A list of ours, a published one, and the day from which that one holds. */
final class ListChange {
    @Mixin
    private final ListOptions options = new ListOptions();

    @Parameters(index = "0", paramLabel = "LIST", description = "Name of the list, such as units.")
    private String list = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The published list, CSV with a header.")
    private Path published = Path.of("");

    @Option(names = "--from", required = true, paramLabel = "DAY", description = "The day from which it holds.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private LocalDate from;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    Path file() {
        var file = options.files().get(list);
        if (file == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no list " + list + "; there are "
                            + options.files().keySet() + ".");
        }
        if (!Files.isRegularFile(published)) {
            throw new ParameterException(spec.commandLine(), published + " is no file.");
        }
        return file;
    }

    CodeList ours() {
        return CodeList.read(file());
    }

    CodeList theirs() {
        return CodeList.read(published);
    }

    CodeList after() {
        return ours().takingOver(theirs(), from);
    }

    boolean json() {
        return options.json;
    }

    List<Difference> differences() {
        return ours().differences(theirs(), from);
    }

    /** Each, and how many they are. */
    void show(List<Difference> found, PrintWriter out) {
        found.forEach(difference -> out.println(line(difference)));
        out.println("%,d codes differ on %s.".formatted(found.size(), from));
    }

    private static String line(Difference difference) {
        var before = difference.before();
        var after = difference.after();
        return (before == null ? "+ " : after == null ? "- " : "~ ")
                + String.join(
                        " => ",
                        Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                                .flatMap(Optional::stream)
                                .map(ListOptions::said)
                                .toList());
    }
}
