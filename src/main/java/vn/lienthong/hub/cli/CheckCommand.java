package vn.lienthong.hub.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.lienthong.hub.check.Check;
import vn.lienthong.hub.check.Finding;
import vn.lienthong.hub.check.Severity;
import vn.lienthong.hub.json.Json;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Look through the files of all systems for mistakes. Needs no hub and no network.",
        footer = {
            "",
            "Exit codes: 0 nothing wrong, or warnings only; 1 errors (with --strict also warnings); 2 wrong usage.",
            "Kiểm tra toàn bộ tệp kết nối: thẻ, tuyến, ánh xạ, ví dụ, ca thử; không cần trục, không cần mạng."
        })
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private final FolderOptions options = new FolderOptions();

    @Option(names = "--strict", description = "Warnings count as errors.")
    private boolean strict;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        var findings = Check.of(options.tree());
        var errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        if (options.json) {
            out().println(json(findings));
        } else {
            findings.forEach(
                    finding -> out().println(finding.line(options.language().locale())));
            out().println(sum(errors, findings.size() - errors));
        }
        return errors > 0 || strict && !findings.isEmpty() ? ExitCode.FAILED : ExitCode.OK;
    }

    private String sum(long errors, long warnings) {
        return options.language()
                .of("%d errors, %d warnings", "%d lỗi, %d cảnh báo")
                .formatted(errors, warnings);
    }

    private static String json(List<Finding> findings) {
        var result = Json.MAPPER.createObjectNode();
        var items = result.putArray("findings");
        for (var finding : findings) {
            var item = items.addObject()
                    .put("file", finding.file().toString())
                    .put("line", finding.line())
                    .put("column", finding.column())
                    .put("severity", finding.severity().word())
                    .put("code", finding.rule().code())
                    .put("en", finding.en())
                    .put("vi", finding.vi());
            finding.suggestion().ifPresent(suggestion -> item.put("suggestion", suggestion));
        }
        return Json.text(result);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
