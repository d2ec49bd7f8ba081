package vn.lienthong.hub.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.lienthong.hub.catalog.CodeList;
import vn.lienthong.hub.catalog.CodeList.Meaning;
import vn.lienthong.hub.catalog.UnitChanges;
import vn.lienthong.hub.json.Json;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show what a code means, and of a commune what became of it.",
        footer = {"", "Cho biết một mã nghĩa là gì vào một ngày; xã đã bị chia thì nêu các khả năng, không đoán."})
final class ListsShowCommand implements Callable<Integer> {
    private static final String UNITS = "units";

    @Mixin
    private final ListOptions options = new ListOptions();

    @Parameters(index = "0", paramLabel = "LIST", description = "Name of the list, such as units.")
    private String list = "";

    @Parameters(index = "1", paramLabel = "CODE", description = "The code.")
    private String code = "";

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "The day that the code was written on; without it everything it ever meant.")
    @Nullable
    private LocalDate on;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var file = options.files().get(list);
        if (file == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no list " + list + "; there are "
                            + options.files().keySet() + ".");
        }
        var day = on;
        var meanings = day == null
                ? CodeList.read(file).meanings(code)
                : CodeList.read(file).at(code, day).stream().toList();
        var successor = list.equals(UNITS) && day != null ? successor(day) : new UnitChanges.Unchanged();
        if (options.json) {
            out().println(Json.text(json(meanings, successor)));
        } else {
            meanings.forEach(this::show);
            show(successor);
            if (meanings.isEmpty()) {
                out().println("It means nothing" + (day == null ? "." : " on that day."));
            }
        }
        return meanings.isEmpty() ? ExitCode.FAILED : ExitCode.OK;
    }

    private static Map<String, Object> json(List<Meaning> meanings, UnitChanges.Successor successor) {
        return switch (successor) {
            case UnitChanges.Unchanged same -> Map.of("meanings", meanings);
            case UnitChanges.Into into -> Map.of("meanings", meanings, "into", into.change());
            case UnitChanges.Split split ->
                Map.of("meanings", meanings, "candidates", split.candidates(), "question", split.question());
        };
    }

    private void show(Meaning meaning) {
        out().println("%s  %s .. %s  %s"
                .formatted(
                        meaning.code(),
                        Objects.requireNonNullElse((Object) meaning.from(), ""),
                        Objects.requireNonNullElse((Object) meaning.to(), ""),
                        ListOptions.said(meaning)));
    }

    private UnitChanges.Successor successor(LocalDate day) throws IOException {
        var file = options.catalogue().resolve("unit-changes.csv");
        return Files.exists(file) ? UnitChanges.read(file).after(code, day) : new UnitChanges.Unchanged();
    }

    private void show(UnitChanges.Successor successor) {
        switch (successor) {
            case UnitChanges.Unchanged same -> {}
            case UnitChanges.Into into ->
                out().println("  -> %s/%s %s from %s"
                        .formatted(
                                into.change().province(),
                                into.change().commune(),
                                into.change().name(),
                                into.change().day()));
            case UnitChanges.Split split -> {
                split.candidates()
                        .forEach(
                                to -> out().println("  ?  %s/%s %s".formatted(to.province(), to.commune(), to.name())));
                out().println("  " + split.question());
            }
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
