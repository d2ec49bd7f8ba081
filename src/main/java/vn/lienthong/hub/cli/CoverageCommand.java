package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.pack.Coverage;
import vn.lienthong.hub.pack.TestResult;
import vn.lienthong.hub.pack.TestRun;
import vn.lienthong.hub.pack.Touched;
import vn.lienthong.hub.pack.Touched.Kind;

@Command(
        name = "coverage",
        mixinStandardHelpOptions = true,
        description =
                "Show what of cards and routes no golden example and no case touches. Needs no hub and no network.",
        footer = {
            "",
            "Exit codes: 0 shown; 1 a test failed, or less is touched than --fail-under asks; 2 wrong usage.",
            "Cho biết bước nào của tuyến, quy tắc nào của thẻ chưa có ví dụ hay ca thử nào chạm tới."
        })
final class CoverageCommand implements Callable<Integer> {
    private static final int ALL = 100;

    @Mixin
    private final PackOptions options = new PackOptions();

    @Option(names = "--fail-under", paramLabel = "PERCENT", description = "Fails when less is touched, of any system.")
    private int wanted;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Quiet.keep();
        var run = new TestRun(options.tree(), options::simulators);
        var packs = options.chosen(run.packs());
        var results = run.of(packs);
        var all = new Coverage(options.tree(), run).of(packs, results);
        if (options.folder.json) {
            out().println(json(all));
        } else {
            show(all);
        }
        var failed = results.stream().filter(Predicate.not(TestResult::passed)).count();
        if (failed > 0) {
            spec.commandLine().getErr().println("tests failed: %d; see 'hub test'".formatted(failed));
        }
        return failed > 0 || packs.stream().anyMatch(pack -> percent(of(pack, all)) < wanted)
                ? ExitCode.FAILED
                : ExitCode.OK;
    }

    private void show(List<Touched> all) {
        all.stream()
                .filter(Predicate.not(Touched::touched))
                .forEach(item -> out().println("%s: %s: %s"
                        .formatted(
                                item.place(),
                                options.folder.language().of("not touched", "chưa chạm tới"),
                                item.what())));
        var table = options.folder
                .language()
                .of(
                        new Table("SYSTEM", "STEPS", "OUTCOMES", "RECEIVES", "QUESTIONS", "%"),
                        new Table("HỆ THỐNG", "BƯỚC", "KẾT QUẢ", "NHẬN", "CÂU HỎI", "%"));
        all.stream().map(Touched::system).distinct().forEach(system -> {
            var own = of(system, all);
            table.row(
                    system,
                    share(own, Kind.STEP),
                    share(own, Kind.RULE),
                    share(own, Kind.RECEIVES),
                    share(own, Kind.QUESTION),
                    percent(own));
        });
        table.print(out());
    }

    private static List<Touched> of(String system, List<Touched> all) {
        return all.stream().filter(item -> item.system().equals(system)).toList();
    }

    private static String share(List<Touched> items, Kind kind) {
        var own = items.stream().filter(item -> item.kind() == kind).toList();
        return own.isEmpty() ? "-" : touched(own) + "/" + own.size();
    }

    private static long touched(List<Touched> items) {
        return items.stream().filter(Touched::touched).count();
    }

    /** Nothing to touch is all of it. */
    private static int percent(List<Touched> items) {
        return items.isEmpty() ? ALL : (int) (ALL * touched(items) / items.size());
    }

    private static String json(List<Touched> all) {
        var result = Json.MAPPER.createObjectNode();
        var items = result.putArray("items");
        all.forEach(item -> add(items, item));
        return Json.text(result);
    }

    private static void add(ArrayNode items, Touched item) {
        items.addObject()
                .put("system", item.system())
                .put("kind", item.kind().name().toLowerCase(Locale.ROOT))
                .put("file", item.place().file().toString())
                .put("line", item.place().line())
                .put("column", item.place().column())
                .put("what", item.what())
                .put("touched", item.touched());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
