package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.pack.TestResult;

/** What came of tests: what failed one by one, then a line for each pack. */
final class TestText {
    private final PrintWriter out;
    private final FolderOptions options;

    TestText(PrintWriter out, FolderOptions options) {
        this.out = out;
        this.options = options;
    }

    void show(List<TestResult> results) {
        if (options.json) {
            out.println(json(results));
            return;
        }
        results.stream().filter(Predicate.not(TestResult::passed)).forEach(this::failure);
        table(results);
        var failed = results.stream().filter(Predicate.not(TestResult::passed)).count();
        out.println(options.language()
                .of("%d tests, %d failed", "%d phép thử, %d không đạt")
                .formatted(results.size(), failed));
    }

    private void failure(TestResult result) {
        out.println("%s: %s %s: %s"
                .formatted(
                        result.place(),
                        options.language().of("failed", "không đạt"),
                        result.isExample() ? result.mapping() : shows(result),
                        result.name()));
        for (var difference : result.differences()) {
            out.println("    " + difference.pointer());
            out.println(options.language().of("      expected: ", "      mong đợi: ") + difference.expected());
            out.println(options.language().of("      actual:   ", "      thực tế:  ") + difference.actual());
        }
        result.calls().forEach(call -> out.println("    " + call));
    }

    private void table(List<TestResult> results) {
        var table = options.language()
                .of(
                        new Table("SYSTEM", "EXAMPLES", "CASES", "FAILED"),
                        new Table("HỆ THỐNG", "VÍ DỤ", "CA THỬ", "KHÔNG ĐẠT"));
        Map<String, List<TestResult>> packs = results.stream()
                .collect(Collectors.groupingBy(TestResult::system, LinkedHashMap::new, Collectors.toList()));
        packs.forEach((pack, all) -> table.row(
                pack,
                all.stream().filter(TestResult::isExample).count(),
                all.stream().filter(Predicate.not(TestResult::isExample)).count(),
                all.stream().filter(Predicate.not(TestResult::passed)).count()));
        table.print(out);
    }

    private static String shows(TestResult result) {
        return Objects.toString(result.shows()).toLowerCase(Locale.ROOT);
    }

    private static String json(List<TestResult> results) {
        var all = Json.MAPPER.createObjectNode();
        var items = all.putArray("tests");
        results.forEach(result -> add(items, result));
        return Json.text(all);
    }

    private static void add(ArrayNode items, TestResult result) {
        var item = items.addObject().put("system", result.system());
        if (result.isExample()) {
            item.put("mapping", result.mapping());
        } else {
            item.put("shows", shows(result));
        }
        item.put("name", result.name())
                .put("passed", result.passed())
                .put("file", result.place().file().toString())
                .put("line", result.place().line())
                .put("column", result.place().column())
                .put("millis", result.took().toMillis());
        var differences = item.putArray("differences");
        result.differences()
                .forEach(difference -> differences
                        .addObject()
                        .put("at", difference.pointer())
                        .put("expected", difference.expected())
                        .put("actual", difference.actual()));
        var calls = item.putArray("calls");
        result.calls().forEach(calls::add);
    }
}
